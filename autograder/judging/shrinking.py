"""Make an example on which a check fails as simple as can be: one to work out by hand.

Images are cropped to the smallest shape that does, of those that the check draws; every pixel that
does not matter becomes 0, and of the others those that may be 1 become 1.
"""

from __future__ import annotations

import numpy as np

from autograder.judging.trials import examples, try_example
from autograder.sandbox.student_function import in_process

# A footprint stays as it is: without one of its pixels it may leave the domain of a claim.
LEFT_ALONE = ("footprint",)
# Larger images are not worked out by hand. A position fits into a byte.
LARGEST = 256


def shrunk(check, subjects, seed, failure, oracles):
    """Return a `Failure` like another, on a smaller example of the same domain.

    Parameters
    ----------
    check : Check
        The check that failed.
    subjects : dict of str to StudentFunction
        The functions under test.
    seed : int or str
        What the examples of the check were drawn from.
    failure : Failure
        What to simplify.
    oracles : dict of str to callable
        Right functions: an example is a simpler one only where these still pass. Without them,
        the failure stays as it is.
    """
    if not all(name in oracles for name in check.functions):
        return failure
    right = {name: in_process(name, oracles[name]) for name in check.functions}

    def fails_on(example):
        smaller = try_example(check, subjects, example)
        fails = smaller is not None and smaller.is_like(failure)
        return smaller if fails and try_example(check, right, example) is None else None

    for name in images(failure.drawn):
        failure = cropped(failure, name, shapes_of(name, examples(check, seed)), fails_on)
    for value in (0, 1):
        failure = with_value(failure, places(failure.drawn, value), value, fails_on)
    failure.drawn = check.draws.tidied(failure.drawn)
    return failure


def images(example):
    """Return the names of the arguments that are small images, which may be made simpler."""
    return [
        name
        for name, drawn in sorted(example.drawn.items())
        if isinstance(drawn, np.ndarray) and drawn.size <= LARGEST and name not in LEFT_ALONE
    ]


def shapes_of(name, drawn):
    """Return the shapes in which an image is drawn, small ones first."""
    return sorted({each[name].shape for each in drawn}, key=lambda shape: (np.prod(shape), shape))


def cropped(failure, name, shapes, fails_on):
    """Return the failure with an image cropped to the first of the shapes that does."""
    whole = failure.drawn[name].shape
    for shape in shapes:
        if shape != whole and all(side <= old for side, old in zip(shape, whole, strict=True)):
            for window in windows(shape, whole, failure.error):
                smaller = fails_on(failure.drawn.cropped(name, window))
                if smaller is not None:
                    return smaller
    return failure


def windows(shape, whole, error):
    """Return where an image may be cropped: round the first wrong pixel, in the middle, in front.

    Each is a pair of first index and length along each axis.
    """
    where = getattr(error, "where", None)
    centres = [tuple(old // 2 for old in whole), tuple(side // 2 for side in shape)]
    centres = [where, *centres] if where is not None and len(where) == len(whole) else centres
    found = [
        tuple(
            (min(max(at - side // 2, 0), old - side), side)
            for at, side, old in zip(centre, shape, whole, strict=True)
        )
        for centre in centres
    ]
    return list(dict.fromkeys(found))


def places(example, value):
    """Return ``(name, position)`` of every pixel that is neither zero nor this value."""
    return [
        (name, int(position))
        for name in images(example)
        for position, pixel in zip(example.positions(name), example[name].ravel(), strict=True)
        if pixel not in (0, value)
    ]


def with_value(failure, places, value, fails_on):
    """Return the failure with as many of the places as possible set to a value.

    All of them are tried at once, then halves, and so on, for most pixels do not matter.
    """
    if not places:
        return failure
    smaller = fails_on(failure.drawn.edited([(*place, value) for place in places]))
    if smaller is not None:
        return smaller
    if len(places) > 1:
        middle = len(places) // 2
        for half in (places[middle:], places[:middle]):  # so that the first that matters stays
            failure = with_value(failure, half, value, fails_on)
    return failure
