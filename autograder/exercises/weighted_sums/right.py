"""The right answer to both convolutions, and the difference from it that counts as none."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from skimage.filters import correlate_sparse

from autograder.authoring.assertions import assert_same_image
from autograder.authoring.oracles import remembering

RULE = "Each pixel should be the weighted sum of its neighbourhood."


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
    """Return the weighted sums of those neighbourhoods that lie in the image.

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
    windows = sliding_window_view(image.astype(float), kernel.shape)
    return np.tensordot(windows, kernel.astype(float), kernel.ndim)


right_sums = remembering(weighted_sums)


def rounding(image, kernel):
    """Return the difference that counts as none: float32 arithmetic passes, float16 does not."""
    return 1e-6 * np.abs(image.astype(float)).max() * np.abs(kernel.astype(float)).sum()


def assert_weighted_sums(actual, image, kernel, rule=RULE):
    """Raise `WrongResult` unless `actual` is the right answer, up to rounding."""
    expected = right_sums(image, kernel)
    assert_same_image(actual, expected, within=rounding(image, kernel), rule=rule)
