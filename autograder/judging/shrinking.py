"""Make an example on which a check fails as simple as can be: one to work out by hand.

Images are cropped to the smallest shape that does, of those that the check draws; every pixel that
does not matter becomes 0, and of the others those that may be 1 become 1, or else 2. The dtypes
stay as they are: if bytes wrap, 200 * 2 tells more than a million times a million.
"""

from __future__ import annotations

import operator

import numpy as np

from autograder.judging.judged_function import judged
from autograder.judging.trials import try_example
from autograder.sandbox.student_function import in_process

# A footprint stays as it is: without one of its pixels it may leave the domain of a claim.
LEFT_ALONE = ("footprint",)
# Of larger images no part is looked for that fails, too.
LARGEST = 2048


def shrunk(check, functions, session, failure, oracles):
    """Return a `Failure` like another, on a smaller example of the same domain.

    Parameters
    ----------
    check : Check
        The check that failed.
    functions : dict of str to JudgedFunction
        The functions under test.
    session : Session
        Has the examples of the check.
    failure : Failure
        What to simplify.
    oracles : dict of str to callable
        Right functions: an example is a simpler one only if these still pass. Without them,
        the failure stays as it is.
    """
    if not all(name in oracles for name in check.functions):
        return failure
    right = judged({name: in_process(name, oracles[name]) for name in check.functions})

    dtypes = _dtypes(failure)

    def fails_on(example):
        smaller = try_example(check, functions, example)
        fails = smaller is not None and smaller.is_like(failure) and _dtypes(smaller) == dtypes
        return smaller if fails and try_example(check, right, example) is None else None

    for name in _images(failure.drawn):
        failure = _cropped(failure, name, _shapes_of(name, session.examples(check)), fails_on)
    for value in (0, 1, 2):
        failure = _with_value(failure, _places(failure.drawn, value), value, fails_on)
    return failure


def _dtypes(failure):
    """Return the dtypes of the arguments of the last call, the one that went wrong."""
    return [argument.dtype for call in failure.calls[-1:] for argument in call.arguments]


def _images(example):
    """Return the names of the arguments that are small images, which may be made simpler."""
    return [
        name
        for name, drawn in sorted(example.items())
        if isinstance(drawn, np.ndarray) and drawn.size <= LARGEST and name not in LEFT_ALONE
    ]


def _shapes_of(name, examples):
    """Return the shapes in which an image is drawn, small ones first."""
    return sorted(
        {each[name].shape for each in examples}, key=lambda shape: (np.prod(shape), shape)
    )


def _cropped(failure, name, shapes, fails_on):
    """Return the failure with an image cropped to the first of the shapes that does."""
    image = failure.drawn[name]
    for shape in shapes:
        if shape != image.shape and all(map(operator.le, shape, image.shape)):
            for window in _windows(shape, image.shape, failure.error):
                smaller = fails_on(failure.drawn | {name: image[window].copy()})
                if smaller is not None:
                    return smaller
    return failure


def _windows(shape, whole, error):
    """Return where to crop: round the first wrong pixel, in the middle, in front; as indices."""
    where = getattr(error, "where", None)
    centres = [tuple(old // 2 for old in whole), tuple(side // 2 for side in shape)]
    centres = [where, *centres] if where is not None and len(where) == len(whole) else centres
    corners = [
        tuple(
            min(max(at - side // 2, 0), old - side)
            for at, side, old in zip(centre, shape, whole, strict=True)
        )
        for centre in centres
    ]
    return [
        tuple(slice(start, start + side) for start, side in zip(corner, shape, strict=True))
        for corner in dict.fromkeys(corners)
    ]


def _places(example, value):
    """Return ``(name, position)`` of every pixel that is neither this value nor a simpler one."""
    return [
        (name, position)
        for name in _images(example)
        for position, pixel in enumerate(example[name].flat)
        if pixel not in range(value + 1)
    ]


def _with_value(failure, places, value, fails_on):
    """Return the failure with as many of the places as possible set to a value.

    All of them are tried at once, then halves, and so on, for most pixels do not matter.
    """
    if not places:
        return failure
    smaller = fails_on(_edited(failure.drawn, places, value))
    if smaller is not None:
        return smaller
    if len(places) > 1:
        middle = len(places) // 2
        for half in (places[middle:], places[:middle]):  # so that the first that matters stays
            failure = _with_value(failure, half, value, fails_on)
    return failure


def _edited(example, places, value):
    """Return an example with a value at some places of copies of its images."""
    edited = dict(example)
    for name in {name for name, _ in places}:
        edited[name] = example[name].copy()
    for name, position in places:
        edited[name].flat[position] = value
    return edited
