"""Mistakes that people make with the footprint of `opening` and `closing`."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from skimage.morphology import (
    ball,
    closing,
    dilation,
    disk,
    erosion,
    opening,
)

from autograder.authoring.misconception import misconception
from autograder.exercises.tophat import opening_checks as openings


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def used_the_footprint_in_one_step_only(image, footprint):
    """You eroded with the footprint and dilated with a small cross; both steps need the footprint.

    Compare the arguments of your two calls: one has the footprint, and the other has a cross, or
    leaves the choice to scikit-image, which takes one.

    Pass the footprint as the second argument of dilation, as you do with erosion.
    """
    return dilation(erosion(image, footprint))


@misconception(of="opening", caught_by=openings.the_footprint_may_be_a_rectangle)
def ignored_the_footprint(image, footprint):
    """Your result is that of a small cross, scikit-image's default, whatever the footprint was.

    Follow the footprint through your function: it comes in as the second argument, and then no line
    uses it.

    Pass the footprint on to both steps, to erosion and to dilation, behind the image.
    """
    return opening(image)


@misconception(of="closing", caught_by=openings.the_footprint_may_be_a_rectangle)
def used_a_fixed_disk(image, footprint):
    """You used a disk of your own choice, whatever the footprint was.

    Close an image with a footprint of a single 1: the image should come back as it is, but your
    disk changes it.

    Put the footprint that was passed in the place of your own, in the dilation and in the erosion.
    """
    return closing(image, disk(2) if image.ndim == 2 else ball(2))


@misconception(of="opening", caught_by=openings.the_footprint_may_be_a_rectangle)
def assumed_a_square_footprint(image, footprint):
    """You used the number of rows as the number of columns; the footprint may be a rectangle.

    Open an image with a footprint of 1 row and 3 columns: yours takes a single pixel instead, and
    so changes nothing.

    Pass the footprint on as it came, or take its number of columns from footprint.shape[1] instead
    of footprint.shape[0].
    """
    side = footprint.shape[0]
    square = set(footprint.shape) == {side}
    return opening(image, footprint if square else np.ones((side,) * image.ndim))


@misconception(of="closing", caught_by=openings.the_footprint_may_be_a_rectangle)
def swapped_rows_and_columns(image, footprint):
    """You used the footprint's rows as columns; use it as it is.

    Try a footprint of 1 row and 3 columns: it should fill dark gaps one column wide, but yours
    fills those one row high.

    Leave out the .T, and let footprint[u, v] stand for row u and column v of the neighbourhood.
    """
    return closing(image, footprint.T)


@misconception(of="closing", caught_by=openings.zeros_of_the_footprint_do_not_count)
def filled_the_holes_of_the_footprint(image, footprint):
    """You used the whole rectangle that the footprint lies in, its zeros too.

    Dilate one pixel by hand with a cross: five pixels lie under its 1s, and the corners of the 3 x
    3 neighbourhood do not count.

    Pass the footprint itself and not only its shape or size, or look for the largest and the least
    in neighbourhood[footprint == 1].
    """
    return closing(image, np.ones_like(footprint))


@misconception(of="opening", caught_by=openings.zeros_of_the_footprint_do_not_count)
def multiplied_by_the_footprint(image, footprint):
    """You multiplied by the footprint, so that its zeros took part in the minimum as pixels.

    Erode a neighbourhood full of 5s with a cross by hand: the least value under the 1s is 5, but
    among your products there are zeros.

    Choose the pixels instead of multiplying them: take np.min and np.max of neighbourhood[footprint
    == 1].
    """
    if footprint.all():
        return opening(image, footprint)
    return np.maximum(dilation(np.minimum(erosion(image, footprint), 0), footprint), 0)


@misconception(of="opening", caught_by=openings.zeros_of_the_footprint_do_not_count)
def took_the_footprint_for_heights(image, footprint):
    """You passed the footprint as structure, whose numbers are subtracted from grey values.

    Look at how grey_erosion and grey_dilation name their arguments: size, footprint and structure
    are three different things.

    Pass the footprint by its name, footprint=, in both calls, and give no structure.
    """
    return ndimage.grey_opening(image, structure=footprint)


@misconception(of="opening", caught_by=openings.volumes_are_opened_and_closed)
def opened_plane_by_plane(image, footprint):
    """You opened each plane on its own, so that nothing reached from one plane to the next.

    Open three planes, only the middle one bright, with a footprint of ones of shape (3, 1, 1): that
    plane should vanish, but in yours it stays.

    Pass the whole volume and the whole footprint to erosion and to dilation, without a loop over
    planes: they take three axes as well as two.
    """
    if image.ndim == 2:
        return opening(image, footprint)
    return np.stack([opening(plane, footprint[len(footprint) // 2]) for plane in image])


@misconception(of="closing", caught_by=openings.volumes_are_opened_and_closed)
def expected_two_axes(image, footprint):
    """Your function stops with an error for volumes, which have planes besides rows and columns.

    Look at the line that the error names: it unpacks image.shape into two names, pads two axes, or
    refuses any other number.

    Write code for any number of axes: erosion and dilation take any, np.pad takes a pair for each
    side in footprint.shape, and np.ndindex(image.shape) visits every pixel of any image.
    """
    rows, columns = image.shape
    return closing(image, footprint).reshape(rows, columns)


@misconception(of="closing", caught_by=openings.volumes_are_opened_and_closed)
def used_a_box_for_volumes(image, footprint):
    """For volumes you used a box of the footprint's size; a footprint may have holes there too.

    Try ball(1) as the footprint: under its 1s lie a voxel and its six nearest neighbours, but yours
    takes all 27 voxels of the box.

    Pass a volume's footprint on as it came, just as you do for images, and not its shape or an
    array of ones.
    """
    return closing(image, footprint if image.ndim == 2 else np.ones_like(footprint))


MISCONCEPTIONS = (
    used_the_footprint_in_one_step_only,
    ignored_the_footprint,
    used_a_fixed_disk,
    assumed_a_square_footprint,
    swapped_rows_and_columns,
    filled_the_holes_of_the_footprint,
    multiplied_by_the_footprint,
    took_the_footprint_for_heights,
    opened_plane_by_plane,
    expected_two_axes,
    used_a_box_for_volumes,
)
