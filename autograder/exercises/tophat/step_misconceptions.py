"""Mistakes that people make with `erode` and `dilate` in any part of an image."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from skimage.morphology import dilation, erosion

from autograder.authoring.misconception import misconception
from autograder.exercises.tophat import step_checks as steps


@misconception(of="erode", caught_by=steps.erosion_takes_the_least_value)
def took_the_largest_in_the_erosion(image, footprint):
    """Your erosion takes the largest value; that is a dilation.

    Erode a single bright pixel on a dark image by hand: it should vanish, but yours grows.

    Use min where max stands now, or exchange the names of your two functions.
    """
    return dilation(image, footprint)


@misconception(of="erode", caught_by=steps.erosion_takes_the_least_value)
def took_the_mean_in_the_erosion(image, footprint):
    """You took the mean of the neighbourhood; erosion takes its least value.

    Erode the row 2 2 9 with a footprint of three by hand: in the middle stands 2, which is one of
    the three numbers and not their mean.

    Put min in the place of mean, or of sum and a division.
    """
    window = np.ones(footprint.shape) / footprint.size
    return ndimage.correlate(image.astype(float), window).astype(image.dtype)


@misconception(of="dilate", caught_by=steps.dilation_takes_the_largest_value)
def added_up_in_the_dilation(image, footprint):
    """You added up the neighbours, as in a convolution; dilation takes the largest of them.

    Dilate the row 1 2 3 with a footprint of three by hand: in the middle stands 3, but yours has 6.

    Put max in the place of sum.
    """
    weights = footprint.astype(float)
    return ndimage.correlate(image.astype(float), weights).astype(image.dtype)


@misconception(of="dilate", caught_by=steps.rectangles_erode_and_dilate)
def turned_the_footprint_of_the_dilation(image, footprint):
    """You used the footprint's rows as columns in the dilation; use it as it is.

    Dilate one bright pixel with a footprint of 1 row and 3 columns: three pixels side by side
    should be bright, but in yours three stand one above the other.

    Leave out the .T, and let footprint.shape[0] go with the rows of the image.
    """
    return dilation(image, footprint.T)


@misconception(of="erode", caught_by=steps.pixels_under_zeros_are_left_out)
def multiplied_before_the_least(image, footprint):
    """You multiplied by the footprint, so that its zeros became pixels of value 0.

    Erode a neighbourhood full of 5s with a cross by hand: the least value under the 1s is 5, but
    among your products there are zeros.

    Choose pixels instead of multiplying them: take the least of neighbourhood[footprint == 1].
    """
    least = erosion(image, footprint)
    return least if footprint.all() else np.minimum(least, 0).astype(image.dtype)


@misconception(of="dilate", caught_by=steps.pixels_under_zeros_are_left_out)
def took_the_whole_rectangle_in_the_dilation(image, footprint):
    """Your dilation looks at the whole rectangle that the footprint lies in, its zeros too.

    Dilate one bright pixel with a cross by hand: five pixels should be bright, but in yours nine
    are.

    Choose the pixels under the 1s, neighbourhood[footprint == 1], before you take the largest.
    """
    return dilation(image, np.ones_like(footprint))


@misconception(of="erode", caught_by=steps.erosion_takes_the_least_value)
def took_the_footprint_for_indices(image, footprint):
    """Your footprint chooses rows by the numbers 0 and 1; it should choose the pixels under its 1s.

    Print np.array([7, 8, 9])[np.array([1, 1, 1])]: there are three numbers, and all are 8.

    Write neighbourhood[footprint == 1]; then the index holds True and False.
    """
    reach = [(side // 2,) * 2 for side in footprint.shape]
    padded = np.pad(image, reach, mode="symmetric")
    windows = np.lib.stride_tricks.sliding_window_view(padded, footprint.shape)
    if footprint.dtype == bool:
        return windows[..., footprint].min(axis=-1)
    chosen = windows.take(np.unique(footprint), axis=image.ndim)
    return chosen.min(axis=tuple(range(image.ndim, chosen.ndim)))


@misconception(of="erode", caught_by=steps.steps_keep_any_grey_value)
def began_the_least_at_255(image, footprint):
    """You began with 255 as the least value so far; grey values may all be larger than that.

    Erode an image of 1000s by hand: every pixel should stay 1000, but yours are 255.

    Begin with the first neighbour, or with np.inf, or give all neighbours to min at once.
    """
    return np.minimum(erosion(image, footprint).astype(float), 255).astype(image.dtype)


@misconception(of="dilate", caught_by=steps.steps_keep_any_grey_value)
def began_the_largest_at_0(image, footprint):
    """You began with 0 as the largest value so far; grey values may all be less than that.

    Dilate an image of -3s by hand: every pixel should stay -3, but yours are 0.

    Begin with the first neighbour, or with -np.inf, or give all neighbours to max at once.
    """
    return np.maximum(dilation(image, footprint), 0).astype(image.dtype)


@misconception(of="erode", caught_by=steps.steps_keep_shape_and_dtype)
def eroded_into_floats(image, footprint):
    """Your erosion is an array of floats whatever the image was; it should have the image's dtype.

    Print image.dtype and the dtype of your result for an image of bytes.

    Make the result with np.empty_like(image), or end with astype(image.dtype).
    """
    return erosion(image, footprint).astype(float)


@misconception(of="dilate", caught_by=steps.steps_leave_their_arguments_alone)
def dilated_in_place(image, footprint):
    """You wrote into the image while you read from it: later pixels saw results of earlier ones.

    Print the image after the call: it should be what it was before.

    Write into a new array, such as np.empty_like(image), and read from the image alone.
    """
    image[...] = dilation(image, footprint)
    return image


@misconception(of="erode", caught_by=steps.steps_read_any_memory_layout)
def eroded_in_memory_order(image, footprint):
    """Your code needs rows that lie one after the other in memory; in some arrays, columns do.

    Try an image and np.asfortranarray(image), which holds the same numbers column by column.

    Index the image by row and column, or flatten it with order="C" only.
    """
    return erosion(image.ravel(order="K").reshape(image.shape), footprint)


@misconception(of="dilate", caught_by=steps.steps_match_skimage)
def rounded_in_the_dilation(image, footprint):
    """You rounded the grey values to whole numbers; images of floats have values in between.

    Dilate the row 0 0.25 0 with a footprint of three by hand: the result is 0.25 everywhere.

    Take out round and astype(int), and return one of the neighbours as it is.
    """
    return dilation(image, footprint).round().astype(image.dtype)


@misconception(of="erode", caught_by=steps.steps_are_your_own_work)
def called_a_librarys_erosion(image, footprint):
    """You called a library's erosion; write it yourself here.

    Look for what you imported: the four functions above may call erosion, and this one may not.

    Pad the image with np.pad, and take the least of each neighbourhood yourself.
    """
    return erosion(image, footprint)


@misconception(of="dilate", caught_by=steps.steps_are_your_own_work)
def called_a_rank_filter(image, footprint):
    """You called a library's maximum filter, which is a dilation by another name.

    Look for maximum_filter, rank_filter or order_filter in your function.

    Pad the image with np.pad, and take the largest of each neighbourhood yourself.
    """
    return ndimage.maximum_filter(image, footprint=footprint)


MISCONCEPTIONS = (
    took_the_largest_in_the_erosion,
    took_the_mean_in_the_erosion,
    added_up_in_the_dilation,
    turned_the_footprint_of_the_dilation,
    multiplied_before_the_least,
    took_the_footprint_for_indices,
    took_the_whole_rectangle_in_the_dilation,
    began_the_least_at_255,
    began_the_largest_at_0,
    eroded_into_floats,
    dilated_in_place,
    eroded_in_memory_order,
    rounded_in_the_dilation,
    called_a_librarys_erosion,
    called_a_rank_filter,
)
