"""Mistakes that people make with `opening` and `closing`."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from skimage.morphology import closing, dilation, erosion, opening

from autograder.authoring.misconception import misconception
from autograder.exercises.tophat import opening_checks as openings


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def closed_instead_of_opening(image, footprint):
    """You dilated first, which is a closing; an opening erodes first.

    Open the row 2 2 9 2 2 by hand, with a footprint of three: the 9 should vanish, but in yours it
    stays.

    Exchange the two steps: erode the image, and then dilate what the erosion gave.
    """
    return closing(image, footprint)


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def eroded_only(image, footprint):
    """You eroded, and the dilation that gives large features their size back is missing.

    Open the row 2 2 5 5 5 2 2 by hand, with a footprint of three: all three 5s should stay, and
    your erosion leaves only one.

    Pass the result of the erosion, and the footprint, to dilation, and return what that gives.
    """
    return erosion(image, footprint)


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def eroded_twice(image, footprint):
    """You eroded in both steps; the second step of an opening is a dilation.

    Open the row 2 5 5 5 5 5 2 by hand, with a footprint of three: all five 5s should stay, but two
    erosions leave only one.

    Keep the first step, and let the second be dilation instead of erosion, with the same footprint.
    """
    return erosion(erosion(image, footprint), footprint)


@misconception(of="closing", caught_by=openings.closing_is_dilation_then_erosion)
def dilated_twice(image, footprint):
    """You dilated in both steps; the second step of a closing is an erosion.

    Close the row 7 1 1 1 1 1 7 by hand, with a footprint of three: all five 1s should stay, but two
    dilations leave only one.

    Keep the first step, and let the second be erosion instead of dilation, with the same footprint.
    """
    return dilation(dilation(image, footprint), footprint)


@misconception(of="opening", caught_by=openings.every_grey_value_is_kept)
def turned_the_result_into_bytes(image, footprint):
    """You turned the result into bytes, which hold only whole numbers from 0 to 255.

    Open an image of a single 1000: it should come back as 1000, but yours is another number.

    Take out the conversion to np.uint8: what erosion and dilation give has the image's dtype
    already.
    """
    return opening(image, footprint).astype(int).astype(np.uint8)


@misconception(of="closing", caught_by=openings.every_grey_value_is_kept)
def clipped_the_result(image, footprint):
    """You cut values off below 0 or above 255; grey values may lie anywhere.

    Close an image of a single -3: it should come back as -3, but yours is 0.

    Take out np.clip, or the steps that do its work: a closing has no values but those of the image.
    """
    return np.clip(closing(image, footprint).astype(float), 0, 255).astype(image.dtype)


@misconception(of="opening", caught_by=openings.a_brighter_image_has_a_brighter_opening)
def thresholded_first(image, footprint):
    """You turned the image into black and white first; an opening keeps all grey values.

    Open an image in which every pixel is 7: it should come back as it is, but yours holds no 7.

    Take out the comparison with a threshold, and pass the image itself to erosion.
    """
    return opening(image > image.mean(), footprint).astype(image.dtype)


@misconception(of="opening", caught_by=openings.opening_darkens_and_closing_brightens)
def grew_back_too_far(image, footprint):
    """You dilated with a larger footprint than you eroded with; both steps need the same.

    Open the row 2 2 5 5 5 2 2 by hand, with a footprint of three: three 5s should come back, but in
    yours there are five.

    Pass the footprint that came in to both steps as it is, without padding it and without a larger
    radius in the second.
    """
    return dilation(erosion(image, footprint), np.pad(footprint, 1, mode="edge"))


@misconception(of="closing", caught_by=openings.a_second_time_changes_nothing)
def took_the_median(image, footprint):
    """You took the median of each neighbourhood; take its largest and its least value instead.

    Close the row 7 7 1 1 7 7 by hand, with a footprint of three: the gap of two 1s should be
    filled, but the median keeps it.

    Take two steps instead of one: dilation, which gives the largest value of each neighbourhood,
    and then erosion, which gives the least.
    """
    return ndimage.median_filter(image, footprint=footprint)


MISCONCEPTIONS = (
    closed_instead_of_opening,
    eroded_only,
    eroded_twice,
    dilated_twice,
    turned_the_result_into_bytes,
    clipped_the_result,
    thresholded_first,
    grew_back_too_far,
    took_the_median,
)
