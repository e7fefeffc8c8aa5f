"""Assertions that say which rule was broken, what was seen, and where the first wrong pixel is."""

from __future__ import annotations

import numpy as np

from autograder.authoring.failures import Unusable, WrongResult
from autograder.imaging.grids import pixel_of, place


def assert_same_image(actual, expected, within=0.0, rule="The result should be the expected one."):
    """Compare shape and values; dtypes may differ.

    Parameters
    ----------
    actual : ndarray
        What the student's function returned.
    expected : ndarray
        The right answer, of any shape.
    within : float
        Largest difference that counts as none; 0 for exact equality.
    rule : str
        The sentence that a student reads first.

    Raises
    ------
    WrongResult
        With both arrays and the index of the first wrong pixel in row-major order.
    """
    assert_shape(actual, expected.shape)
    _assert_finite(actual, expected)
    wrong = actual != expected if within == 0 else np.abs(actual - expected.astype(float)) > within
    if wrong.any():
        where = first(wrong)
        yours, right = told_apart(actual[where], expected[where])
        seen = f"At {place(where)} it is {yours} instead of {right}{_how_many(wrong)}."
        raise WrongResult(rule, seen, expected, actual, where)


def assert_shape(actual, shape, rule="The result should have the image's shape."):
    """Raise `Unusable` unless `actual` has this shape."""
    if actual.shape != tuple(shape):
        seen = f"It has shape {actual.shape} instead of {tuple(shape)}."
        raise Unusable(rule, seen, actual=actual, about="shape")


def _assert_finite(actual, expected=None):
    """Raise `WrongResult` if NaN or infinity stands instead of a number."""
    wrong = ~np.isfinite(actual)
    if wrong.any():
        where = first(wrong)
        seen = f"At {place(where)} it is {actual[where]}{_how_many(wrong)}."
        rule = f"Every {pixel_of(actual)} should be a number."
        raise WrongResult(rule, seen, expected, actual, where)


def assert_floating(actual):
    """Raise `WrongResult` unless `actual` holds floating-point numbers."""
    if not np.issubdtype(actual.dtype, np.floating):
        rule = "The result should hold floating-point numbers, such as float64."
        raise WrongResult(rule, f"Its dtype is {actual.dtype}.", actual=actual, about="dtype")


def assert_dtype(actual, dtype, rule="The result should have the image's dtype."):
    """Raise `WrongResult` unless `actual` has exactly this dtype."""
    dtype = np.dtype(dtype)
    if actual.dtype != dtype:
        seen = f"Its dtype is {actual.dtype} instead of {dtype}."
        raise WrongResult(rule, seen, actual=actual, about="dtype")


def assert_everywhere(holds, rule, actual, other=None, name=""):
    """Raise `WrongResult` at the first pixel where the boolean array `holds` is False.

    The message tells the pixel of another array, too, by the name of that.
    """
    if not holds.all():
        where = first(~holds)
        seen = f"At {place(where)} it is {number(actual[where])}"
        seen += "" if other is None else f", and {name} is {number(other[where])} there"
        raise WrongResult(rule, f"{seen}{_how_many(~holds)}.", actual=actual, where=where)


def first(mask):
    """Return the index of the first True pixel, in row-major order, as a tuple of int."""
    return tuple(int(i) for i in np.unravel_index(int(np.argmax(mask)), mask.shape))


def number(value):
    """Return a pixel's value as short text: whole numbers without a point."""
    value = value.item()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def told_apart(value, other):
    """Return two values as short texts, with all their digits if those would be the same."""
    texts = number(value), number(other)
    return texts if texts[0] != texts[1] else (str(value.item()), str(other.item()))


def _how_many(wrong):
    """Return how many pixels are wrong, if it is more than one, as the end of a sentence."""
    count = int(wrong.sum())
    return f" ({count} of {wrong.size} {pixel_of(wrong)}s are wrong)" if count > 1 else ""
