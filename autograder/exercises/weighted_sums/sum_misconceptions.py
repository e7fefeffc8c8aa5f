"""Mistakes in the sum and in its numbers, in any number of dimensions.

Both convolutions share them; the ``misconceptions`` of each say which check catches what. The
paragraphs of a docstring are the hints that a student reads, one at a time.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy import ndimage

from autograder.exercises.weighted_sums.library_sums import weighted_sums


def whole_numbers(image, kernel, dtype):
    """Return the right result, cut to whole numbers that wrap in an integer `dtype`."""
    return weighted_sums(image, kernel).astype(np.int64).astype(dtype)


def multiplied_integers_as_they_are(image, kernel):
    """If both arrays hold integers, your sums wrap round: in bytes, 16 * 16 is 0.

    Print the dtype of a neighbourhood, of the kernel and of their product: bytes times bytes are
    bytes again, which hold 0 to 255.

    Turn the image and the kernel into floating-point numbers with astype(float) before the first
    product; afterwards it is too late.
    """
    dtype = np.result_type(image, kernel)
    if dtype.kind not in "iu":
        return weighted_sums(image, kernel)
    return whole_numbers(image, kernel, dtype).astype(float)


def wrapped_each_product(image, kernel):
    """Multiply integers as they are, but add the products as np.sum does, in larger integers."""
    dtype = np.result_type(image, kernel)
    if dtype.kind not in "iu":
        return weighted_sums(image, kernel)
    padded = np.pad(image, [(width // 2, width // 2) for width in kernel.shape])
    products = np.multiply(sliding_window_view(padded, kernel.shape), kernel, dtype=dtype)
    return products.sum(axis=tuple(range(-image.ndim, 0))).astype(float)


def clipped_to_bytes(image, kernel):
    """Values below 0 and above 255 belong to the result; do not cut them off.

    Filter a single pixel of 200 with a single weight of 2: the result should be 400, but yours ends
    at 255.

    Look at the last steps before the result is returned, and take out np.clip, or whatever else
    holds the sums between 0 and 255.
    """
    return weighted_sums(image, kernel).clip(0, 255)


def cut_off_negative_sums(image, kernel):
    """A weighted sum may be negative, for example beside an edge; leave it so.

    Filter a single pixel of 3 with a single weight of -2: the result should be -6, but yours is 0.

    Take out the np.maximum, the np.clip or the if that turns every negative sum into 0.
    """
    return weighted_sums(image, kernel).clip(0)


def took_the_mean(image, kernel):
    """Add the products up; do not divide the sum by their number.

    Filter a single pixel of 1 with a larger kernel of ones by hand: the sum is 1, but yours is 1
    divided by the number of weights.

    Use np.sum where you have np.mean, or take out the division by kernel.size.
    """
    return weighted_sums(image, kernel) / kernel.size


def called_a_library_function(image, kernel):
    """Write the weighted sum yourself; a library function may check it afterwards, elsewhere.

    Look for the call that the message names in your function and in all that it calls, even if you
    use it only to compare.

    Multiply each neighbourhood of the padded image with the kernel and add up with np.sum, and move
    the library's call to a cell of its own.
    """
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="constant")


def took_the_maximum(image, kernel):
    """Add the products up; the largest of the neighbours is another filter.

    Filter a row of three 1s with three weights of 1 by hand: in the middle the sum is 3, and the
    largest is 1.

    Multiply the neighbourhood with the kernel, element by element, and take np.sum of the products
    where you have np.max.
    """
    return ndimage.maximum_filter(image.astype(float), kernel.shape, mode="constant")


def stretched_to_bytes(image, kernel):
    """The result was stretched to 0...255, which imshow does by itself; return the sums.

    Compare your results for an image and for one twice as bright: both reach from 0 to 255, but the
    second should be twice the first.

    Take out the steps that subtract the smallest value and divide by the range, and return what you
    had before them.
    """
    result = weighted_sums(image, kernel)
    return 255 * (result - result.min()) / (np.ptp(result) or 1)


def rounded_the_sums(image, kernel):
    """Leave fractions in the result; there is no need to round.

    Filter a single pixel of 1 with a single weight of 0.25: the result should be 0.25, but yours is
    a whole number.

    Take out round, np.round or np.rint, wherever a sum passes through it on its way into the
    result.
    """
    return weighted_sums(image, kernel).round()


def computed_in_half_precision(image, kernel):
    """Half precision (float16) keeps three digits only; compute in float64.

    Look for float16 in your code, and print np.float16(2049) to see what it makes of that number.

    Write float, which is float64, wherever float16 stands: in astype, in np.zeros, or in the dtype
    of a sum.
    """
    with np.errstate(all="ignore"):
        halves = image.astype(np.float16), kernel.astype(np.float16)
        return weighted_sums(*halves).astype(np.float16)
