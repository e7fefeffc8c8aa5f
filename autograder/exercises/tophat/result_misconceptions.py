"""Mistakes in the array that an opening, a closing or a top-hat comes in."""

from __future__ import annotations

import numpy as np
from skimage.morphology import (
    black_tophat,
    closing,
    opening,
    white_tophat,
)

from autograder.authoring.misconception import misconception
from autograder.exercises.tophat import checks
from autograder.exercises.tophat import top_hat_checks as top_hats
from autograder.exercises.tophat.inside import middle

EARLIER_IMAGES = {}


SHARED_RESULTS = {}


@misconception(of="white_tophat", caught_by=checks.shape_and_dtype_are_those_of_the_image)
def returned_floats(image, footprint):
    """You returned floating-point numbers; the result should have the dtype of the image.

    Print image.dtype where your function begins and the dtype of the result where it ends, and find
    the line between them that changes it.

    Leave out astype(float) and whatever scales to 0...1; every difference that you need fits the
    image's own dtype.
    """
    return white_tophat(image.astype(float), footprint)


@misconception(of="white_tophat", caught_by=checks.the_arguments_stay_as_they_are)
def subtracted_in_place(image, footprint):
    """You subtracted from the image itself (-=), which changes it for the caller too.

    Print the image before and after a call: it should be the same, and now it holds the top-hat.

    Use a plain minus sign between the image and its opening, which makes a new array, and return
    that.
    """
    image -= opening(image, footprint)
    return image


@misconception(of="opening", caught_by=checks.the_arguments_stay_as_they_are)
def kept_one_array_for_all_results(image, footprint):
    """You wrote every result into one array, so that a later call changes an earlier result.

    Open two different images of the same shape, keep both results, and look at the first one again
    after the second call.

    Return the array that dilation gives you, or make your own inside the function, so that each
    call has a new one.
    """
    shared = SHARED_RESULTS.setdefault((image.shape, image.dtype), np.empty_like(image))
    shared[...] = opening(image, footprint)
    return shared


@misconception(of="closing", caught_by=checks.the_same_call_gives_the_same_result)
def forgot_to_set_the_border(image, footprint):
    """You left pixels near the border as np.empty made them: they hold what was there before.

    Look for the pixels that no line of yours sets: with a 3 x 3 footprint, they are the first and
    the last row and column.

    Visit every pixel, with the image mirrored beyond its border, or return what erosion gives you
    in the second step.
    """
    result = EARLIER_IMAGES.get((image.shape, image.dtype), image).copy()
    EARLIER_IMAGES[image.shape, image.dtype] = image
    inside = middle(image, footprint)
    result[inside] = closing(image, footprint)[inside]
    return result


@misconception(of="black_tophat", caught_by=checks.memory_layout_makes_no_difference)
def read_pixels_in_memory_order(image, footprint):
    """Your code needs rows that lie one after the other in memory; in some arrays, columns do.

    Try an image and np.asfortranarray(image), which holds the same numbers column by column, and
    look for ravel, reshape, flat or strides.

    Index the image by row and column instead of flattening it, or flatten it with order="C", which
    goes row by row in every image.
    """
    return black_tophat(image.ravel(order="K").reshape(image.shape), footprint)


@misconception(of="white_tophat", caught_by=top_hats.opening_and_white_tophat_add_up)
def stretched_the_result(image, footprint):
    """You stretched the result to 0...1; a top-hat keeps the differences as they are.

    Work it out for a pixel of 9 that the opening lowers to 4: the top-hat should be 5, but in yours
    no value is above 1.

    Take out the division by the largest value, and return the plain difference.
    """
    result = white_tophat(image, footprint)
    return result / result.max() if result.any() else result


@misconception(of="white_tophat", caught_by=top_hats.black_tophat_is_the_white_of_the_negative)
def cut_off_negative_grey_values(image, footprint):
    """You set grey values below 0 to 0; they are grey values like any other.

    Try the row -3 -3 -1 -3 -3 with a footprint of three: the top-hat should be 2 in the middle, but
    yours is 0.

    Take out np.maximum, np.clip or whatever else changes the image before it is opened, and work on
    the image as it came in.
    """
    return white_tophat(np.maximum(image, 0), footprint)


@misconception(of="black_tophat", caught_by=top_hats.a_drawn_head_has_the_top_hats_of_skimage)
def turned_photographs_into_bytes(image, footprint):
    """You stored grey values from 0 to 1 as bytes, which leaves 256 of them; keep the floats.

    Work out what becomes of 0.5 on its way into bytes and back: 255 times 0.5 is cut to 127, and
    127 / 255 is no longer 0.5.

    Take out img_as_ubyte or the factor of 255: erosion, dilation and the minus sign work with
    floats just as well.
    """
    if image.dtype.kind == "f" and image.min() >= 0 and image.max() <= 1:
        image = ((255 * image).astype(np.uint8) / 255).astype(image.dtype)
    return black_tophat(image, footprint)


@misconception(of="white_tophat", caught_by=top_hats.top_hats_match_skimage)
def rounded_the_differences(image, footprint):
    """You rounded the result to whole numbers; images of floats have differences in between.

    Try the row 0 0.25 0 with a footprint of three: the top-hat should be 0.25 in the middle, but
    yours is 0.

    Take out round or np.round, and return the difference between the image and its opening as it
    comes.
    """
    return white_tophat(image, footprint).round().astype(image.dtype)


MISCONCEPTIONS = (
    returned_floats,
    subtracted_in_place,
    kept_one_array_for_all_results,
    forgot_to_set_the_border,
    read_pixels_in_memory_order,
    stretched_the_result,
    cut_off_negative_grey_values,
    turned_photographs_into_bytes,
    rounded_the_differences,
)
