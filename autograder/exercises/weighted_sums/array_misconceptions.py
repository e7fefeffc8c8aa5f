"""Mistakes in the array that a weighted sum comes in, in any number of dimensions.

Both convolutions share them; the ``misconceptions`` of each say which check catches what. The
paragraphs of a docstring are the hints that a student reads, one at a time.
"""

from __future__ import annotations

import numpy as np

from autograder.exercises.weighted_sums.library_sums import weighted_sums
from autograder.exercises.weighted_sums.sum_misconceptions import whole_numbers

EARLIER = {}


def kept_the_dtype_of_the_input(image, kernel):
    """The result got the image's dtype, as np.zeros_like gives it; it should hold floats.

    Print result.dtype for an image of bytes, once where the result is made and once where it is
    returned.

    Make the result with np.zeros and the image's shape, which gives floats, and do not convert it
    to image.dtype in the end.
    """
    if image.dtype.kind == "f":
        return weighted_sums(image, kernel)
    return whole_numbers(image, kernel, image.dtype)


def returned_bytes(image, kernel):
    """The result holds bytes; a sum may be larger, negative or a fraction, so return floats.

    Look for uint8 in your code, and ask yourself what becomes of 300, of -1 and of 0.5 there.

    Let np.zeros make the result without naming a dtype, and return it without astype, so that it
    holds floats from beginning to end.
    """
    return whole_numbers(image, kernel, np.uint8)


def returned_whole_numbers(image, kernel):
    """The result holds integers, so the decimals are lost; return floats.

    Filter a single pixel of 1 with a single weight of 0.5, and find the line that turns 0.5 into 0.

    Take out every int and astype(int) that the sums pass through, and make the result with
    np.zeros, which holds floats by itself.
    """
    return whole_numbers(image, kernel, np.int64)


def returned_integers_for_integers(image, kernel):
    """If image and kernel both hold integers, so does your result; it should hold floats.

    For an image of integers, compare the dtype of your result for a kernel of 1s with that for a
    kernel of 1.0s, and find where it comes from.

    Convert the image with astype(float) before the first product; whatever is made from it then
    holds floats as well.
    """
    integers = image.dtype.kind in "iub" and kernel.dtype.kind in "iub"
    return weighted_sums(image, kernel).astype(np.int64 if integers else float)


def edited_the_input(image, kernel):
    """You wrote the result into the input; make a new array for it.

    Print the image before and after a call: it should be the same, and now it holds the result.

    Put the sums into an array from np.zeros; a line such as result = image gives the same array a
    second name and copies nothing.
    """
    image[...] = weighted_sums(image, kernel)
    return image


def returned_a_list(image, kernel):
    """The result is a Python list; it should be an array.

    Print type(result) just before the function returns it, and go back to the line in which the
    list begins.

    Put the sums into an array from np.zeros, index by index, or pass the finished list to np.array
    before you return it.
    """
    return weighted_sums(image, kernel).tolist()


def added_an_axis(image, kernel):
    """The result has an axis too many, of length 1.

    Print image.shape and result.shape, and look for the line after which the second is longer.

    Make the result with np.zeros and exactly the image's shape, or take the last axis off again
    with the index [..., 0].
    """
    return weighted_sums(image, kernel)[..., np.newaxis]


def assumed_the_usual_memory_layout(image, kernel):
    """Your code needs rows that lie one after the other in memory; in some images, columns do.

    Try an image and np.asfortranarray(image), which holds the same numbers in another order, and
    look for strides, as_strided or order="K".

    Work on np.ascontiguousarray(image), where rows do lie one after the other, or take the strides
    from the image itself, image.strides.
    """
    return weighted_sums(image.ravel("K").reshape(image.shape), kernel)


def returned_nothing(image, kernel):
    """The function returns nothing; it is not enough to show or print the result.

    Look at how your function ends: without a return, what comes back from it is None.

    End the function with a return of the array that holds the sums, indented as far as the
    function's first line.
    """


def kept_one_result_array(image, kernel):
    """Make a new array for each result; the caller may still need the one before.

    Filter two different images of the same shape, keep both results, and look at the first one
    again after the second call.

    Move np.zeros into the function, so that it runs in every call; do not keep the array outside,
    nor as a parameter's default value.
    """
    result = EARLIER.setdefault(image.shape, np.zeros(image.shape))
    result[...] = weighted_sums(image, kernel)
    return result


def went_on_from_the_last_result(image, kernel):
    """Each call should start from zeros, inside the function, not from the last call's sums.

    Call your function twice with the same arguments: the second result is twice the first.

    Look for the line that makes the zeros, and move it into the function, to its first lines.
    """
    EARLIER[image.shape] = EARLIER.get(image.shape, 0) + weighted_sums(image, kernel)
    return EARLIER[image.shape].copy()
