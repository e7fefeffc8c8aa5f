"""The right answer to both convolutions, and the difference from it that counts as none."""

from __future__ import annotations

import numpy as np
from skimage.filters import correlate_sparse

from autograder.compare import assert_same_image
from autograder.remembering import remembering

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


right_sums = remembering(weighted_sums)


def rounding(image, kernel):
    """Return the difference that counts as none: float32 arithmetic passes, float16 does not."""
    return 1e-6 * np.abs(image.astype(float)).max() * np.abs(kernel.astype(float)).sum()


def assert_weighted_sums(actual, image, kernel, rule=RULE):
    """Raise `WrongResult` unless `actual` is the right answer, up to rounding."""
    expected = right_sums(image, kernel)
    assert_same_image(actual, expected, within=rounding(image, kernel), rule=rule)
