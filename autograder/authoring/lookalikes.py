"""Pairs of arrays that look alike to functions that remember results by a rough comparison.

NumPy prints an array of more than 1000 elements without its middle, `numpy.allclose` calls numbers
equal that differ by less than a hundred-thousandth, and `tobytes` leaves out the dtype.
"""

from __future__ import annotations

import numpy as np

from autograder.authoring.failures import Crashed, WrongResult


def printed_alike(shape):
    """Return two arrays of ones that print the same; the second is brighter in the middle.

    A pixel near the middle is darker.

    Parameters
    ----------
    shape : tuple of int
        Of more than 1000 elements.
    """
    return _spotted(np.ones(shape), 1)


def almost_equal(shape, difference):
    """Return two arrays that `numpy.allclose` takes for the same, all values exact in float32.

    Parameters
    ----------
    shape : tuple of int
        Of at least five elements.
    difference : int
        By how much two of the pixels differ: at most 8.
    """
    return _spotted(np.full(shape, 2.0**20), difference)


def same_bytes(shape):
    """Return two arrays of the same bytes: one of 200 and more, one of the negative numbers.

    Parameters
    ----------
    shape : tuple of int
        Of at most 56 elements.
    """
    large = 200 + np.arange(np.prod(shape), dtype=np.uint8).reshape(shape)
    return large, large.view(np.int8)


def _spotted(plain, difference):
    """Return an array and a copy whose middle is brighter, and another pixel darker."""
    other = plain.copy()
    middle = plain.size // 2
    other.flat[[middle, middle - 2]] += np.array([difference, -difference])
    return plain, other


def assert_tells_apart(function, one, other, assert_right):
    """Raise `WrongResult` if the right answer for some arguments is given for others, too.

    Whoever is wrong with the first, or gives another answer for the second, fails for another
    reason, which other checks tell.

    Parameters
    ----------
    function : callable
        What is tried.
    one, other : tuple of ndarray
        Its arguments, which look alike.
    assert_right : callable
        Takes a result and the arguments, and raises `WrongResult` unless they belong together.
    """
    try:
        first = function(*one)
        assert_right(first, *one)
    except (WrongResult, Crashed):
        return
    second = function(*other)
    if np.array_equal(first, second):
        assert_right(second, *other)
