"""What scikit-image makes of an image and a kernel, and the difference that counts as none.

What is right here is a call of a library that no submission may make: there is nothing to copy.
Mistakes make the same call with something that is wrong.
"""

from __future__ import annotations

import numpy as np
from skimage.filters import correlate_sparse

from autograder.authoring.assertions import assert_floating, assert_same_image
from autograder.authoring.conduct import assert_answers, assert_does_something
from autograder.authoring.oracles import remembering
from autograder.imaging.grids import pixel_of

# Whoever returns zeros, or the image, has kept every promise that compares a result with another.
_SIDE = 5


def weighted_sums(image, kernel):
    """Return scikit-image's weighted sums, with zeros beyond the border.

    Parameters
    ----------
    image, kernel : ndarray
        Of any real dtype and of equally many axes; the sides of the kernel are odd.

    Returns
    -------
    ndarray of float64
        Of the image's shape. The kernel is not flipped.
    """
    return correlate_sparse(image.astype(float), kernel.astype(float), mode="constant")


def valid_sums(image, kernel):
    """Return scikit-image's weighted sums of those neighbourhoods that lie in the image.

    Parameters
    ----------
    image, kernel : ndarray
        Of any real dtype and of equally many axes.

    Returns
    -------
    ndarray of float64
        Along each axis as many pixels shorter as the kernel's side less one.

    Raises
    ------
    ValueError
        If the kernel is larger than the image along some axis.
    """
    if any(side < width for side, width in zip(image.shape, kernel.shape, strict=True)):
        # in NumPy's words, for that is where students' windows stop
        raise ValueError("window shape cannot be larger than input array shape")
    return correlate_sparse(image.astype(float), kernel.astype(float), mode="valid")


right_sums = remembering(weighted_sums)


def rounding(image, kernel):
    """Return the difference that counts as none: float32 arithmetic passes, float16 does not."""
    return 1e-6 * np.abs(image.astype(float)).max() * np.abs(kernel.astype(float)).sum()


def assert_weighted_sums(actual, image, kernel, rule=""):
    """Raise `WrongResult` unless `actual` is the right answer, up to rounding, in floats."""
    assert_sums(actual, right_sums(image, kernel), rounding(image, kernel), rule)


def assert_adds_up(function, image, kernel):
    """Raise `WrongResult` if a function returns no sums at all, of what is known or what is drawn.

    Parameters
    ----------
    function : ObservedFunction
        What is tried.
    image, kernel : ndarray
        As they are drawn.
    """
    ndim = image.ndim
    bumps = np.arange(float(_SIDE**ndim)).reshape((_SIDE,) * ndim) ** 2
    assert_does_something(function, bumps, np.ones((3,) * ndim))
    assert_answers(function, right_sums, image, kernel)


def assert_sums(actual, expected, within, rule=""):
    """Raise `WrongResult` unless sums are those expected, and floating-point numbers."""
    rule = rule or f"Each {pixel_of(expected)} should be the weighted sum of its neighbourhood."
    assert_same_image(actual, expected, within=within, rule=rule)
    assert_floating(actual)
