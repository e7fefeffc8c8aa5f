"""Mistakes that people make with `opening` and `closing`."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from skimage.morphology import ball, closing, dilation, disk, erosion, opening

from autograder.exercise import misconception
from autograder.exercises.tophat import openings


def middle(image, footprint):
    """Return the slices of the image where the footprint lies inside it."""
    sides = zip(image.shape, footprint.shape, strict=True)
    return tuple(slice(reach // 2, side - reach // 2) for side, reach in sides)


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def closed_instead_of_opening(image, footprint):
    """You dilated first, which is a closing; an opening erodes first."""
    return closing(image, footprint)


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def eroded_only(image, footprint):
    """You eroded, and the dilation that gives large features their size back is missing."""
    return erosion(image, footprint)


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def eroded_twice(image, footprint):
    """You eroded in both steps; the second step of an opening is a dilation."""
    return erosion(erosion(image, footprint), footprint)


@misconception(of="closing", caught_by=openings.closing_is_dilation_then_erosion)
def dilated_twice(image, footprint):
    """You dilated in both steps; the second step of a closing is an erosion."""
    return dilation(dilation(image, footprint), footprint)


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def used_the_footprint_in_one_step_only(image, footprint):
    """You eroded with the footprint and dilated with the default cross; both steps need it."""
    return dilation(erosion(image, footprint))


@misconception(of="opening", caught_by=openings.the_footprint_may_be_a_rectangle)
def ignored_the_footprint(image, footprint):
    """You used scikit-image's default, a cross, whatever the footprint was."""
    return opening(image)


@misconception(of="closing", caught_by=openings.the_footprint_may_be_a_rectangle)
def used_a_fixed_disk(image, footprint):
    """You used a disk of your own choice, whatever the footprint was."""
    return closing(image, disk(2) if image.ndim == 2 else ball(2))


@misconception(of="opening", caught_by=openings.the_footprint_may_be_a_rectangle)
def assumed_a_square_footprint(image, footprint):
    """You took the number of rows for the number of columns; the footprint may be a rectangle."""
    side = footprint.shape[0]
    square = set(footprint.shape) == {side}
    return opening(image, footprint if square else np.ones((side,) * image.ndim))


@misconception(of="closing", caught_by=openings.the_footprint_may_be_a_rectangle)
def swapped_rows_and_columns(image, footprint):
    """You used the footprint's rows as columns; it is used as it is."""
    return closing(image, footprint.T)


@misconception(of="closing", caught_by=openings.zeros_of_the_footprint_do_not_count)
def filled_the_holes_of_the_footprint(image, footprint):
    """You used the whole rectangle that the footprint lies in, its zeros too."""
    return closing(image, np.ones_like(footprint))


@misconception(of="opening", caught_by=openings.zeros_of_the_footprint_do_not_count)
def multiplied_by_the_footprint(image, footprint):
    """You multiplied by the footprint, so that its zeros took part in the minimum as pixels."""
    if footprint.all():
        return opening(image, footprint)
    return np.maximum(dilation(np.minimum(erosion(image, footprint), 0), footprint), 0)


@misconception(of="opening", caught_by=openings.zeros_of_the_footprint_do_not_count)
def took_the_footprint_for_heights(image, footprint):
    """You passed the footprint as `structure`, whose numbers are subtracted from grey values."""
    return ndimage.grey_opening(image, structure=footprint)


@misconception(of="opening", caught_by=openings.the_border_is_not_black)
def put_zeros_beyond_the_border(image, footprint):
    """You put zeros beyond the border, so bright features that touch it shrink there."""
    return opening(image, footprint, mode="constant", cval=0)


@misconception(of="opening", caught_by=openings.the_border_is_not_black)
def left_the_border_black(image, footprint):
    """You filled the middle only: pixels near the border stayed 0."""
    result, inside = np.zeros_like(image), middle(image, footprint)
    result[inside] = opening(image, footprint)[inside]
    return result


@misconception(of="closing", caught_by=openings.the_border_is_mirrored)
def left_out_what_lies_beyond_the_border(image, footprint):
    """You compared only pixels inside the image; beyond the border it should be mirrored."""
    return closing(image, footprint, mode="ignore")


@misconception(of="opening", caught_by=openings.the_border_is_mirrored)
def repeated_the_outermost_pixels(image, footprint):
    """You repeated the outermost pixels beyond the border, where the image should be mirrored."""
    return opening(image, footprint, mode="nearest")


@misconception(of="closing", caught_by=openings.the_border_is_mirrored)
def mirrored_at_the_outermost_pixels(image, footprint):
    """You mirrored the image without its outermost pixels; they come first beyond the border."""
    return closing(image, footprint, mode="mirror")


@misconception(of="opening", caught_by=openings.the_border_is_mirrored)
def wrapped_round_the_border(image, footprint):
    """You continued the image with its opposite side, where it should be mirrored."""
    return opening(image, footprint, mode="wrap")


@misconception(of="opening", caught_by=openings.volumes_are_opened_and_closed)
def opened_plane_by_plane(image, footprint):
    """You opened each plane on its own, so that nothing reached from one plane to the next."""
    if image.ndim == 2:
        return opening(image, footprint)
    return np.stack([opening(plane, footprint[len(footprint) // 2]) for plane in image])


@misconception(of="closing", caught_by=openings.volumes_are_opened_and_closed)
def expected_two_axes(image, footprint):
    """You took the shape apart into rows and columns; a volume has planes too."""
    rows, columns = image.shape
    return closing(image, footprint).reshape(rows, columns)


@misconception(of="opening", caught_by=openings.every_grey_value_is_kept)
def turned_the_result_into_bytes(image, footprint):
    """You turned the result into bytes, which hold whole numbers from 0 to 255 alone."""
    return opening(image, footprint).astype(int).astype(np.uint8)


@misconception(of="closing", caught_by=openings.every_grey_value_is_kept)
def clipped_the_result(image, footprint):
    """You cut values off below 0 or above 255; grey values may lie anywhere."""
    return np.clip(closing(image, footprint).astype(float), 0, 255).astype(image.dtype)


@misconception(of="opening", caught_by=openings.a_brighter_image_has_a_brighter_opening)
def thresholded_first(image, footprint):
    """You turned the image into black and white first; an opening keeps all grey values."""
    return opening(image > image.mean(), footprint).astype(image.dtype)


@misconception(of="opening", caught_by=openings.opening_darkens_and_closing_brightens)
def grew_back_too_far(image, footprint):
    """You dilated with a larger footprint than you eroded with; both steps need the same."""
    return dilation(erosion(image, footprint), np.pad(footprint, 1, mode="edge"))


@misconception(of="closing", caught_by=openings.a_second_time_changes_nothing)
def took_the_median(image, footprint):
    """You took the median of each neighbourhood, which is another filter: look at its extremes."""
    return ndimage.median_filter(image, footprint=footprint)


@misconception(of="opening", caught_by=openings.opening_and_closing_match_skimage)
def used_a_box_for_volumes(image, footprint):
    """For volumes you used a box of the footprint's size; a footprint may have holes there too."""
    return opening(image, footprint if image.ndim == 2 else np.ones_like(footprint))
