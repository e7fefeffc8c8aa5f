"""Choices of dtypes: that of the result, and products of integers that wrap."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import changes_with_floats, failures, is_due_to_the_dtype
from autograder.exercises.weighted_sums import array_misconceptions as arrays
from autograder.exercises.weighted_sums import numbers
from autograder.exercises.weighted_sums import sum_misconceptions as sums


def _dtypes(seen):
    """Return the dtypes of results: of floats; bytes and floats; bytes alone; int16 alone."""
    image, kernel = np.ones((5,) * seen.ndim), numbers.one_weight(seen, 1)
    pairs = [(float, float), (np.uint8, float), (np.uint8, np.uint8), (np.int16, np.int16)]
    answers = [seen.ask(image.astype(one), kernel.astype(two)).result for one, two in pairs]
    if answers[0] is None or any(came is None for came in answers[2:]):
        return None
    # Bytes and floats do not go together if floats are added to an array of bytes.
    return tuple(None if came is None else came.dtype for came in answers)


def dtype(seen):
    """The dtype of the result: the image's, bytes, integers, or integers for integers."""
    found = seen.settled("dtypes", _dtypes)
    if found is not None and found[1] is None:
        return _integers_only(found)
    if found is None or all(each.kind == "f" for each in found):
        return None
    names = tuple(each.name for each in found)
    if names == ("float64", "uint8", "uint8", "int16"):
        return Finding.of(arrays.kept_the_dtype_of_the_input, is_due_to_the_dtype)
    if set(names) == {"uint8"}:
        return Finding.of(arrays.returned_bytes, is_due_to_the_dtype)
    if all(each.kind in "iu" for each in found):
        return Finding.of(arrays.returned_whole_numbers, is_due_to_the_dtype)
    if found[1].kind == "f" and found[2].kind in "iu" and found[3].kind in "iu":
        return Finding.of(arrays.returned_integers_for_integers, is_due_to_the_dtype)
    pairs = ("floats", "bytes, and a kernel of floats", "bytes", "int16")
    text, name = next(
        (text, each.name) for text, each in zip(pairs, found, strict=True) if each.kind != "f"
    )
    text = f"For an image of {text}, the result has the dtype {name}; it should hold floats."
    return Finding("returned_another_dtype", text, explains=failures("dtype"))


def _integers_only(found):
    """Return the `Finding` if results of integers are integers, to which no floats can be added."""
    if found[0].kind != "f" or any(each.kind not in "iu" for each in found[2:]):
        return None

    def explains(shown):
        is_whole = shown.arguments[0].dtype.kind in "iu"
        is_cast = shown.about == "crash" and shown.error == "error:cast" and is_whole
        return is_cast or is_due_to_the_dtype(shown)

    return Finding("kept_integers_for_integers", INTEGERS, stops=True, explains=explains)


INTEGERS = (
    "For an image of integers, the sums are put into an array of integers, which can hold no "
    "fractions; make an array of floats for them."
)


def wrapping(seen):
    """Products of integers wrap, if the result could hold them."""
    found = seen.settled("dtypes", _dtypes)
    if found is None or not seen.settled("plain", numbers.is_plain):
        return None
    image = np.full((5,) * seen.ndim, 200, np.uint8)
    came = numbers.middle(seen, image, numbers.one_weight(seen, 2).astype(np.uint8))
    can_hold = found[2].kind == "f" or found[2].itemsize > 1
    if came is not None and can_hold and (came == 144).all():
        return Finding.of(sums.multiplied_integers_as_they_are, changes_with_floats)
    return _adding(seen, can_hold)


def _adding(seen, can_hold):
    """Products fit, and their sum wraps."""
    image, kernel = np.full((5,) * seen.ndim, 100, np.uint8), np.ones((3,) * seen.ndim, np.uint8)
    came = numbers.middle(seen, image, kernel)
    total = 100 * kernel.size
    if came is None or not can_hold or not (came == total % 256).all():
        return None
    return Finding.of(sums.multiplied_integers_as_they_are, changes_with_floats)
