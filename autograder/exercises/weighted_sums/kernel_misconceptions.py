"""Mistakes in the use of the kernel, flipped or swapped for one, in any number of dimensions.

Both convolutions share them; the ``misconceptions`` of each say which check catches what. The
paragraphs of a docstring are the hints that a student reads, one at a time.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from autograder.exercises.weighted_sums.library_sums import weighted_sums


def flipped_the_kernel(image, kernel):
    """You flipped the kernel before you used it; the book's convolution uses it as it is.

    Filter an image with a single 1 in the middle of zeros: the kernel should appear turned by half
    a turn, but in yours it appears as it is.

    Leave out np.flip, [::-1] or an index that counts down, and multiply the kernel's first weight
    with the first pixel of the neighbourhood.
    """
    return weighted_sums(image, np.flip(kernel))


def divided_by_the_sum_of_the_kernel(image, kernel):
    """Use the weights as they are; they need not sum to 1.

    Filter a single pixel of 3 with a single weight of 2: the result should be 6, and dividing by
    the sum of the weights makes it 3.

    Take out the division by kernel.sum(), and leave it to the caller to choose weights that sum to
    1 if a mean is wanted.
    """
    total = kernel.astype(float).sum()
    return weighted_sums(image, kernel) / (total if total else 1)


def swapped_image_and_kernel(image, kernel):
    """Do not swap image and kernel, even if the kernel is the larger one.

    Filter a single pixel with a kernel whose sides are 3: the result has the kernel's shape, but it
    should have the image's.

    Take out the step that compares the two sizes; an image padded by side // 2 zeros at both ends
    is large enough for every kernel.
    """
    if kernel.size > image.size:
        image, kernel = kernel, image
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="constant")


def rounded_the_weights(image, kernel):
    """Use the weights as they are: those of a Gaussian are small, and rounding changes them a lot.

    Filter a single pixel of 1000 with a single weight of 0.004: the result should be 4, but yours
    is 0.

    Take out every round or np.round that the weights pass through before you multiply by them.
    """
    return weighted_sums(image, kernel.astype(float).round(2))
