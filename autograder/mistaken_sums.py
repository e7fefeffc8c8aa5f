"""Mistakes in the numbers of a weighted sum and in its array, in any number of dimensions.

Both convolutions share them; the ``misconceptions`` of each say which check catches what. A
docstring here is the hint that a student reads.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from autograder.weighted_sums import weighted_sums

EARLIER = {}


def whole_numbers(image, kernel, dtype):
    """Return the right result, cut to whole numbers that wrap in an integer `dtype`."""
    return weighted_sums(image, kernel).astype(np.int64).astype(dtype)


def multiplied_integers_as_they_are(image, kernel):
    """Convert to float before you multiply: 16 * 16 is 0 in bytes, which hold 0 to 255."""
    dtype = np.result_type(image, kernel)
    if dtype.kind not in "iu":
        return weighted_sums(image, kernel)
    return whole_numbers(image, kernel, dtype).astype(float)


def flipped_the_kernel(image, kernel):
    """You turned the kernel round first. The book's convolution uses it as it is."""
    return weighted_sums(image, np.flip(kernel))


def kept_the_dtype_of_the_input(image, kernel):
    """The result got the input's dtype, as np.zeros_like gives it; it should hold floats."""
    if image.dtype.kind == "f":
        return weighted_sums(image, kernel)
    return whole_numbers(image, kernel, image.dtype)


def clipped_to_bytes(image, kernel):
    """Values below 0 and above 255 belong to the result; do not cut them off."""
    return weighted_sums(image, kernel).clip(0, 255)


def cut_off_negative_sums(image, kernel):
    """A weighted sum may be negative, for example beside an edge; leave it so."""
    return weighted_sums(image, kernel).clip(0)


def returned_bytes(image, kernel):
    """The result holds bytes; a sum may be larger, negative or a fraction, so return floats."""
    return whole_numbers(image, kernel, np.uint8)


def returned_whole_numbers(image, kernel):
    """The result holds integers, and so lost what stands behind the point; return floats."""
    return whole_numbers(image, kernel, np.int64)


def returned_integers_for_integers(image, kernel):
    """Where image and kernel both hold integers, your result does so too; it should be floats."""
    integers = image.dtype.kind in "iub" and kernel.dtype.kind in "iub"
    return weighted_sums(image, kernel).astype(np.int64 if integers else float)


def took_the_mean(image, kernel):
    """Add the products up; do not divide by how many there are."""
    return weighted_sums(image, kernel) / kernel.size


def divided_by_the_sum_of_the_kernel(image, kernel):
    """Use the weights as they come; they need not sum to 1."""
    total = kernel.astype(float).sum()
    return weighted_sums(image, kernel) / (total if total else 1)


def called_a_library_function(image, kernel):
    """Write the weighted sum yourself; a library function may check it afterwards, elsewhere."""
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="constant")


def edited_the_input(image, kernel):
    """You wrote the result into the input; make a new array for it."""
    image[...] = weighted_sums(image, kernel)
    return image


def returned_a_list(image, kernel):
    """The result is a list of lists; np.array makes an array of it."""
    return weighted_sums(image, kernel).tolist()


def took_the_maximum(image, kernel):
    """Add the products up; the largest of the neighbours is another filter."""
    return ndimage.maximum_filter(image.astype(float), kernel.shape, mode="constant")


def stretched_to_bytes(image, kernel):
    """The result was stretched to 0...255, which imshow does by itself; return the sums."""
    result = weighted_sums(image, kernel)
    return 255 * (result - result.min()) / (np.ptp(result) or 1)


def rounded_the_sums(image, kernel):
    """Leave fractions in the result; there is no need to round."""
    return weighted_sums(image, kernel).round()


def added_an_axis(image, kernel):
    """The result has an axis too many, of length 1."""
    return weighted_sums(image, kernel)[..., np.newaxis]


def swapped_image_and_kernel(image, kernel):
    """The image stays the image, also where the kernel is larger."""
    if kernel.size > image.size:
        image, kernel = kernel, image
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="constant")


def assumed_the_usual_memory_layout(image, kernel):
    """Take image.strides from the image itself: a transposed or sliced one has others."""
    return weighted_sums(image.ravel("K").reshape(image.shape), kernel)


def returned_nothing(image, kernel):
    """The function shows the result but does not return it."""


def computed_in_half_precision(image, kernel):
    """Half precision (float16) keeps three digits only; compute in float64."""
    halves = image.astype(np.float16), kernel.astype(np.float16)
    with np.errstate(over="ignore"):
        return weighted_sums(*halves).astype(np.float16)


def rounded_the_weights(image, kernel):
    """Use the weights as they are: those of a Gaussian are small, and lose much by rounding."""
    return weighted_sums(image, kernel.astype(float).round(2))


def kept_one_result_array(image, kernel):
    """Make a new array for each result; the caller may still need the one before."""
    result = EARLIER.setdefault(image.shape, np.zeros(image.shape))
    result[...] = weighted_sums(image, kernel)
    return result


def went_on_from_the_last_result(image, kernel):
    """Each call should start from zeros, inside the function, not from the last call's sums."""
    EARLIER[image.shape] = EARLIER.get(image.shape, 0) + weighted_sums(image, kernel)
    return EARLIER[image.shape].copy()
