"""Mistakes that people make with `opening` and `closing` where the footprint sticks out."""

from __future__ import annotations

import numpy as np
from skimage.morphology import (
    closing,
    opening,
)

from autograder.authoring.misconception import misconception
from autograder.exercises.tophat import opening_checks as openings
from autograder.exercises.tophat.inside import middle


@misconception(of="opening", caught_by=openings.the_border_is_not_black)
def put_zeros_beyond_the_border(image, footprint):
    """You put zeros beyond the border, so bright features that touch it shrink there.

    Open an image of a single 5 by hand, with a 3 x 3 square: the 5 should stay, but zeros around it
    make 0 the least value.

    Take out mode="constant", as erosion and dilation mirror the border by themselves, or use
    mode="symmetric" where you call np.pad.
    """
    return opening(image, footprint, mode="constant", cval=0)


@misconception(of="opening", caught_by=openings.the_border_is_not_black)
def left_the_border_black(image, footprint):
    """You filled the middle only: pixels near the border stayed 0.

    Check where your loops begin and end: with a 3 x 3 footprint, they leave out the first and the
    last row and column.

    Mirror the image beyond its border, with np.pad and mode="symmetric", before each step, and then
    visit every pixel from index 0 on.
    """
    result, inside = np.zeros_like(image), middle(image, footprint)
    result[inside] = opening(image, footprint)[inside]
    return result


@misconception(of="closing", caught_by=openings.the_border_is_mirrored)
def left_out_what_lies_beyond_the_border(image, footprint):
    """You compared only pixels inside the image; beyond the border it should be mirrored.

    Dilate the row 3 2 1 with the footprint 1 0 1 by hand: for the first pixel, the mirrored border
    brings in another 3, but yours sees the 2 alone.

    Pad with mode="symmetric" before each step instead of cutting neighbourhoods off at the border,
    or take out mode="ignore".
    """
    return closing(image, footprint, mode="ignore")


@misconception(of="opening", caught_by=openings.the_border_is_mirrored)
def repeated_the_outermost_pixels(image, footprint):
    """You repeated the outermost pixels beyond the border, where the image should be mirrored.

    Write down the three pixels that lie before the row 1 2 3: they should read 3 2 1, but yours
    read 1 1 1.

    Leave the border to erosion and dilation by taking out the mode, or use mode="symmetric" in
    np.pad where you have mode="edge".
    """
    return opening(image, footprint, mode="nearest")


@misconception(of="closing", caught_by=openings.the_border_is_mirrored)
def mirrored_at_the_outermost_pixels(image, footprint):
    """You mirrored the image without its outermost pixels; they come first beyond the border.

    Write down the two pixels that lie before the row 1 2 3: they should read 2 1, but yours read 3
    2.

    Use mode="symmetric" where you call np.pad with mode="reflect", or mode="reflect" where you call
    SciPy or scikit-image with mode="mirror".
    """
    return closing(image, footprint, mode="mirror")


@misconception(of="opening", caught_by=openings.the_border_is_mirrored)
def wrapped_round_the_border(image, footprint):
    """You continued the image with its opposite side; it should be mirrored.

    Write down the pixel that lies before the row 1 2 3: it should be the 1 again, but yours is the
    3.

    Take out mode="wrap", np.roll or indices below 0, and let erosion and dilation take care of the
    border.
    """
    return opening(image, footprint, mode="wrap")


MISCONCEPTIONS = (
    put_zeros_beyond_the_border,
    left_the_border_black,
    left_out_what_lies_beyond_the_border,
    repeated_the_outermost_pixels,
    mirrored_at_the_outermost_pixels,
    wrapped_round_the_border,
)
