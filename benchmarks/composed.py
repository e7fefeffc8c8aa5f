"""Two known mistakes in one function: one of them works on what the other makes of its work."""

from __future__ import annotations

import types
from itertools import combinations

import numpy as np
from skimage import morphology

from autograder.exercises import load_exercise
from autograder.exercises.weighted_sums.library_sums import weighted_sums

COMMONEST = {
    "tophat": (
        "put_zeros_beyond_the_border",
        "opened_plane_by_plane",
        "turned_the_result_into_bytes",
        "multiplied_by_the_footprint",
        "ignored_the_footprint",
        "closed_instead_of_opening",
        "eroded_only",
        "assumed_a_square_footprint",
        "left_the_border_black",
        "thresholded_first",
    ),
    "skull_removal": (
        "took_a_threshold_only",
        "eroded_without_dilating_back",
        "left_the_bridges_standing",
        "kept_every_piece",
        "fixed_the_threshold",
        "punched_out_the_ventricles",
        "returned_the_mask",
        "returned_floats",
        "edited_the_image",
        "dilated_too_far",
    ),
}


def commonest(name):
    """Return the ten commonest mistakes of an exercise."""
    mistakes = load_exercise(name).misconceptions
    if name in COMMONEST:
        by_name = {each.name: each for each in mistakes}
        return [by_name[each] for each in COMMONEST[name]]
    return list(mistakes[:10])


def pairs(name):
    """Yield two mistakes and a function that makes both, for each pair that can be composed."""
    for one, other in combinations(commonest(name), 2):
        made = composed(name, one, other) or composed(name, other, one)
        if made is not None:
            yield one, other, made


def composed(name, outer, inner):
    """Return the outer mistake with the inner one in the place of the right work, or None."""
    work = {"tophat": morphology.opening, "skull_removal": None}.get(name, weighted_sums)
    if name == "skull_removal":
        return with_mask(outer.function, inner.function)
    return rebound(outer.function, work, inner.function)


def rebound(function, work, other):
    """Return a function that calls `other` where it called `work`; None if it never does."""
    names = {key for key, value in function.__globals__.items() if value is work}
    changed = dict.fromkeys(names & set(function.__code__.co_names), other)
    for key in function.__code__.co_names:
        helper = function.__globals__.get(key)
        if isinstance(helper, types.FunctionType) and ".mistaken_" in helper.__module__:
            again = rebound(helper, work, other)
            changed |= {key: again} if again else {}
    if not changed:
        return None
    return types.FunctionType(
        function.__code__,
        function.__globals__ | changed,
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )


def with_mask(function, other):
    """Return a skull removal whose brain is what another keeps, or None if it looks for none."""
    if "_opened" not in function.__code__.co_names:
        return None

    def kept(image):
        return other(np.array(image)) != 0

    return types.FunctionType(
        function.__code__, function.__globals__ | {"_opened": kept}, function.__name__
    )
