"""Choices at the border of a weighted sum: what lies beyond it, how far a kernel reaches there.

The kernels are of ones, so that it does not matter how they are turned.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from autograder.authoring.choices import Finding
from autograder.exercises.weighted_sums import kernel_misconceptions as kernels
from autograder.exercises.weighted_sums import sum_misconceptions as sums
from autograder.exercises.weighted_sums.edges import (
    corner_of_three,
    cut_off_empty,
    padded_sums,
    reaches,
    threes,
)
from autograder.exercises.weighted_sums.probes import digits, same
from autograder.exercises.weighted_sums.reaching import OFF_THE_MIDDLE, TOO_WIDE
from autograder.exercises.weighted_sums.weighing import PLACES, divided

VISITS = ("all that fit", "some that fit", "some columns")
RIGHT = ("right", *(f"right, {visits}" for visits in VISITS))


def _square(seen):
    """Return the image on which borders are looked at."""
    return digits((seen.side - 1,) * seen.ndim, 5, 11)


def expected(seen, image, kernel, model):
    """Return what a model gives for the kernel as the function uses it, or None."""
    used = seen.used(kernel)
    if used is None:
        return None
    came = model(image, used)
    return None if came is None else factor(seen, kernel) * came


def factor(seen, kernel):
    """Return by what the function multiplies all sums that it makes with a kernel."""
    found = divided(seen)
    if found is None:
        return 1.0
    if found.key == sums.took_the_mean.__name__:
        return 1 / kernel.size
    if found.key == kernels.divided_by_the_sum_of_the_kernel.__name__:
        return 1 / kernel.sum()
    return seen.scale


def border_kind(seen):
    """Return the name of the only border model that gives the result for a kernel of 3, or None."""
    if seen.response is None or seen.response.is_turned:
        return None
    if seen.grown is not None and any(seen.grown):
        return "right"
    image, kernel = _square(seen), np.ones((3,) * seen.ndim)
    came, known = seen.result(image, kernel), reaches(seen.ndim)
    names = ("right",) if _is_in_the_middle(seen) else (*OFF_THE_MIDDLE, *TOO_WIDE)
    found = {
        name
        for name, model in seen.borders().items()
        for reach in names
        if same(came, expected(seen, image, kernel, partial(model, reach=known[reach])))
    }
    if found == {"repeated", "doubled"}:
        return _repeated_or_doubled(seen)
    return found.pop() if len(found) == 1 else None


def _repeated_or_doubled(seen):
    """Return which of two borders it is that a kernel of 3 does not tell apart."""
    image, kernel = _square(seen), np.ones((5,) * seen.ndim)
    came, known = seen.result(image, kernel), seen.borders()
    for name in ("repeated", "doubled"):
        model = partial(known[name], reach=reaches(seen.ndim)["right"])
        if same(came, expected(seen, image, kernel, model)):
            return name
    return "repeated"


def _is_in_the_middle(seen):
    """Return whether neighbourhoods have their pixel in the middle."""
    return seen.placed is None or not any(seen.placed[2])


def border(seen):
    """What lies beyond the border, or what is there in the result."""
    kind = seen.settled("border", border_kind)
    if kind in (None, "right"):
        return None
    name, _, axis = kind.rpartition("_")
    if axis.isdigit():
        return _of_one_axis(name, PLACES[seen.ndim][int(axis)])
    return seen.border_findings()[kind]


def _of_one_axis(name, place):
    """Return the `Finding` on the first or the last plane, row or column."""
    end, _, what = name.partition("_")
    if what == "left_out":
        text = f"The {end} {place} of your result is 0; the loop should run over all of them."
    else:
        text = f"In every sum the {end} {place} counts as 0, as if it lay beyond the border."
    return Finding(f"{name}_{place}", text)


def _reach_models(seen):
    """Return what may be wrong with how far a kernel reaches, by name."""
    kind = seen.settled("border", border_kind)
    if kind is None or seen.placed is None:
        return {}
    model = seen.borders()[kind]
    found = {name: partial(model, reach=reach) for name, reach in reaches(seen.ndim).items()}
    if kind == "right":
        for name, reach in reaches(seen.ndim).items():
            for visits in VISITS:
                found[f"{name}, {visits}"] = partial(padded_sums, reach=reach, visits=visits)
        found["threes"] = threes
        found["corner"] = partial(threes, takes=corner_of_three)
        found["empty"] = partial(
            cut_off_empty, border=partial(padded_sums, reach=reaches(seen.ndim)["right"])
        )
    if kind == "left_at_zero":
        found["threes"] = partial(threes, keeps_border=False)
        found["corner"] = partial(threes, takes=corner_of_three, keeps_border=False)
    return found


def reach_kind(seen):
    """Return the names of the models that give all results for kernels of several shapes."""
    image, found = _square(seen), _reach_models(seen)
    for shape in seen.kernel_shapes():
        if not found:
            break
        kernel = np.ones(shape)
        answer = seen.ask(image, kernel)
        if answer.failure == "object":
            return {}
        came = None if answer.result is None else answer.result.astype(float)
        found = {
            name: model
            for name, model in found.items()
            if agrees(came, expected(seen, image, kernel, model))
        }
    return found


def agrees(came, model):
    """Return whether a result is a model's, or both stopped with an error."""
    if came is None or model is None:
        return came is model
    if came.size == 0 or model.size == 0:
        return came.shape == model.shape
    return same(came, model)


def reach(seen):
    """How far the image is padded, or how much of the border is left out, for each kernel."""
    found = seen.settled("reach", reach_kind)
    if not found or any(name in found for name in RIGHT):
        return None
    findings = {seen.reach_finding(name) for name in found}
    return findings.pop() if len(findings) == 1 else seen.unclear_reach(set(found))


def ends_at_the_border(seen):
    """A kernel larger than the image: the two are exchanged."""
    found = seen.settled("reach", reach_kind)
    if not found or "right" not in found:
        return None
    small, kernel = digits((2,) * seen.ndim, 5, 3), np.ones((5,) * seen.ndim)
    came = seen.result(small, kernel)
    if came is not None and same(came, small):
        return Finding("returned_the_image_if_small", SMALL, explains=_is_small_image)
    wrong = came is not None and came.shape == kernel.shape
    return Finding.of(kernels.swapped_image_and_kernel) if wrong else None


SMALL = (
    "If the kernel is larger than what it filters, you return that unfiltered; it has sums, too."
)


def _is_small_image(shown):
    """Return whether the result is the image, which is smaller than the kernel along an axis."""
    image, kernel = shown.arguments
    is_small = any(a < b for a, b in zip(image.shape, kernel.shape, strict=True))
    return is_small and shown.came is not None and np.array_equal(shown.came, image)
