"""Choices of dtypes in the four functions: that of the result, and differences that wrap."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import failures, is_due_to_integers
from autograder.exercises.tophat import step_models
from autograder.exercises.tophat.as_found import with_difference
from autograder.exercises.tophat.observed import SQUARE, greys, same


def absolute(seen):
    """In bytes, a difference below 0 has wrapped round before its absolute value was taken."""
    if not seen.is_tophat:
        return None
    image = np.full((7, 7), 9, np.uint8)
    image[3, 3] = 13 if seen.name == "white_tophat" else 5
    came = seen.raw(image, SQUARE)
    right = seen.raw(image.astype(float), SQUARE)
    if came is None or right is None or right[3, 3] != 4 or came[3, 3] != 252:
        return None
    return Finding("took_the_absolute_difference", WRAPPED, explains=is_due_to_integers)


WRAPPED = (
    "In bytes, your difference wraps round below 0 before it is made positive: subtract the other "
    "way round."
)


def dtype(seen):
    """The dtype of the result is another than the image's."""
    found = {}
    for each in (np.uint8, np.int16, np.float32, np.float64):
        came = seen.ask(greys((5, 6), 61).astype(each), SQUARE).result
        if came is None:
            return None
        found[np.dtype(each)] = came.dtype
    wrong = {wanted: came for wanted, came in found.items() if wanted != came}
    if not wrong:
        return _of_the_footprint(seen)
    if set(found.values()) == {np.dtype(bool)}:
        text = "The result holds True and False only; keep the grey values."
        return Finding("dtype:bool", text, explains=_has_another_dtype)
    if set(found.values()) == {np.dtype(np.uint8)}:
        text = (
            "Your result holds bytes, whatever the image's dtype is: only whole numbers, 0 to 255."
        )
        return Finding("dtype:bytes", text, explains=_has_another_dtype)
    if all(came.kind == "f" for came in found.values()):
        return _floats(set(found.values()))
    wanted, came = next(iter(wrong.items()))
    text = f"An image of {wanted} gives a result of {came}; it should have the image's dtype."
    return Finding("dtype:other", text, explains=failures("dtype"))


def _of_the_footprint(seen):
    """Return the `Finding` on results that get the footprint's dtype, or None."""
    came = seen.ask(greys((5, 6), 61).astype(np.uint8), SQUARE.astype(np.int64)).result
    if came is None or came.dtype == np.uint8:
        return None
    text = (
        f"With a footprint of int64, an image of uint8 gives a result of {came.dtype}; it should "
    )
    return Finding("dtype:footprint", f"{text}have the image's.", explains=failures("dtype"))


def _floats(dtypes):
    """Return the `Finding` on results that hold floats, of one dtype or of several."""
    if len(dtypes) == 1:
        text = (
            f"Your result is of {dtypes.pop()} whatever the image's dtype is; give it the image's."
        )
        return Finding("dtype:floats", text, explains=failures("dtype"))
    text = "You returned floating-point numbers; the result should have the dtype of the image."
    return Finding("dtype:floats", text, explains=_is_of_whole_numbers)


def _is_of_whole_numbers(shown):
    """Return whether a result has a wrong dtype for an image of integers."""
    return shown.about == "dtype" and shown.arguments[0].dtype.kind != "f"


def _has_another_dtype(shown):
    """Return whether the result has another dtype than the image, which may hold fewer numbers."""
    if shown.came is None or shown.came.dtype == shown.arguments[0].dtype:
        return False
    if shown.about == "values":
        right = shown.right
        return right is not None and not np.array_equal(right, right.astype(shown.came.dtype))
    return shown.about == "dtype"


def wrapping(seen):
    """Bytes come out wrong, and the same numbers come out right as floats."""
    image = greys((7, 8), 63, 0, 3) * 85
    bytes_, floats = seen.ask(image.astype(np.uint8), SQUARE), seen.ask(image, SQUARE)
    if bytes_.result is None or floats.result is None or bytes_.result.dtype != np.uint8:
        return None
    first = step_models.steps(seen.right_steps, image, SQUARE)
    right = with_difference(seen, image, first)
    if not same(floats.result, right) or same(bytes_.result, right):
        return None
    return Finding("numbers:wrapping", ROUND, explains=is_due_to_integers)


ROUND = (
    "Bytes come out wrong, and the same numbers come out right as floats: in bytes, what lies "
    "below 0 or above 255 wraps round."
)
