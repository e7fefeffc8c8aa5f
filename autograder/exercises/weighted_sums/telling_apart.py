"""Images and kernels that look alike, of which each needs sums of its own."""

from __future__ import annotations

import numpy as np

from autograder.authoring.lookalikes import (
    almost_equal,
    assert_tells_apart,
    printed_alike,
    same_bytes,
)
from autograder.authoring.strata import in_turn
from autograder.exercises.weighted_sums.library_sums import assert_weighted_sums

RULE = "Each image and each kernel should have its own result, whatever was called before."
IMAGES, KERNELS, BOTH = "images in print", "kernels in print", "almost equal, or in bytes"
# Of odd sides and more than 1000 elements: what NumPy does not print in full.
LONG = {2: (33, 31), 3: (11, 13, 7)}
SHORT = {2: (5, 1), 3: (1, 5, 1)}
# More than rounding is, also in sums of five, and too little for numpy.allclose.
DIFFERENCE = 8


def ways_to_be_alike():
    """What looks alike, and how: one way after another, as each takes its time."""
    return in_turn((IMAGES, KERNELS, BOTH))


def assert_tells_arrays_apart(function, ndim, way):
    """Raise `WrongResult` if one result serves two images, or two kernels, that look alike.

    Parameters
    ----------
    function : callable
        The convolution.
    ndim : int
        How many axes its arguments have.
    way : str
        In which way they look alike; see `ways_to_be_alike`.
    """
    point = np.ones((1,) * ndim)  # the cheapest kernel, and the cheapest image
    if way == BOTH:
        every = [almost_equal(SHORT[ndim], DIFFERENCE), same_bytes(SHORT[ndim])]
    else:
        every = [printed_alike(LONG[ndim])]
    for one, other in every:
        if way != KERNELS:
            assert_tells_apart(function, (one, point), (other, point), _assert_right)
        if way != IMAGES:
            assert_tells_apart(function, (point, one), (point, other), _assert_right)


def _assert_right(result, image, kernel):
    assert_weighted_sums(result, image, kernel, RULE)
