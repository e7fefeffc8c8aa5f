"""Mistakes that people make with `erode` and `dilate` at the border, and with other axes."""

from __future__ import annotations

import numpy as np
from skimage.morphology import dilation, erosion

from autograder.authoring.misconception import misconception
from autograder.exercises.tophat import step_checks as steps


@misconception(of="erode", caught_by=steps.rectangles_erode_and_dilate)
def padded_all_axes_alike_in_the_erosion(image, footprint):
    """You padded all axes by the same width; a footprint may have more rows than columns.

    Print the shapes of image, padded image and result for a footprint of 1 row and 3 columns.

    Give np.pad one pair for each axis, half of that side of the footprint before and behind.
    """
    reach = footprint.shape[0] // 2
    if set(footprint.shape) == {footprint.shape[0]}:
        return erosion(image, footprint)
    padded = np.pad(image, reach, mode="symmetric")
    windows = np.lib.stride_tricks.sliding_window_view(padded, footprint.shape)
    least = windows[..., footprint.astype(bool)].min(axis=-1)
    return least[tuple(slice(side) for side in image.shape)]


@misconception(of="erode", caught_by=steps.no_step_brings_zeros_in)
def padded_the_erosion_with_zeros(image, footprint):
    """You put zeros beyond the border, which are the least values there: a black rim grows inward.

    Erode an image of a single 5 with a 3 x 3 square by hand: the 5 should stay.

    Pad with mode="symmetric"; np.pad puts zeros there if you name no mode.
    """
    return erosion(image, footprint, mode="constant", cval=0)


@misconception(of="dilate", caught_by=steps.no_step_brings_zeros_in)
def padded_the_dilation_with_zeros(image, footprint):
    """You put zeros beyond the border, which are the largest values if the image is negative.

    Dilate an image of a single -5 with a 3 x 3 square by hand: the -5 should stay.

    Pad with mode="symmetric"; np.pad puts zeros there if you name no mode.
    """
    return dilation(image, footprint, mode="constant", cval=0)


@misconception(of="erode", caught_by=steps.both_steps_mirror_the_border)
def mirrored_the_erosion_without_the_edge(image, footprint):
    """You mirrored the image without its outermost pixels; beyond the border, they come first.

    Write down the two pixels before the row 1 2 3: they should read 2 1, but yours read 3 2.

    NumPy calls the border that is wanted mode="symmetric"; its mode="reflect" leaves the edge out.
    """
    return erosion(image, footprint, mode="mirror")


@misconception(of="dilate", caught_by=steps.both_steps_mirror_the_border)
def mirrored_the_dilation_without_the_edge(image, footprint):
    """You mirrored the image without its outermost pixels; beyond the border, they come first.

    Write down the two pixels before the row 1 2 3: they should read 2 1, but yours read 3 2.

    NumPy calls the border that is wanted mode="symmetric"; its mode="reflect" leaves the edge out.
    """
    return dilation(image, footprint, mode="mirror")


@misconception(of="erode", caught_by=steps.both_steps_mirror_the_border)
def repeated_the_edge_in_the_erosion(image, footprint):
    """You repeated the outermost pixels beyond the border, where the image should be mirrored.

    Write down the two pixels before the row 3 2 1: they should read 2 3, but yours read 3 3.

    Use mode="symmetric" in np.pad where you have mode="edge".
    """
    return erosion(image, footprint, mode="nearest")


@misconception(of="dilate", caught_by=steps.both_steps_mirror_the_border)
def repeated_the_edge_in_the_dilation(image, footprint):
    """You repeated the outermost pixels beyond the border, where the image should be mirrored.

    Write down the two pixels before the row 1 2 3: they should read 2 1, but yours read 1 1.

    Use mode="symmetric" in np.pad where you have mode="edge".
    """
    return dilation(image, footprint, mode="nearest")


@misconception(of="dilate", caught_by=steps.both_steps_mirror_the_border)
def cut_the_dilation_off_at_the_border(image, footprint):
    """You took only pixels inside the image; beyond the border it should be mirrored.

    Dilate the row 3 2 1 with the footprint 1 0 1 by hand: for the first pixel, the mirrored border
    brings in another 3, but yours sees the 2 alone.

    Pad with mode="symmetric" first, and then let every window have its full size.
    """
    return dilation(image, footprint, mode="ignore")


@misconception(of="dilate", caught_by=steps.volumes_are_eroded_and_dilated)
def dilated_plane_by_plane(image, footprint):
    """You dilated each plane on its own, so that nothing spread from one plane to the next.

    Dilate one bright voxel with a footprint of ones of shape (3, 1, 1): the voxels above and below
    should become bright, but in yours they stay dark.

    Pad all three axes and move the whole footprint through the volume; np.ndindex(image.shape)
    visits every voxel.
    """
    if image.ndim == 2:
        return dilation(image, footprint)
    return np.stack([dilation(plane, footprint[len(footprint) // 2]) for plane in image])


@misconception(of="erode", caught_by=steps.volumes_are_eroded_and_dilated)
def eroded_with_two_axes_in_mind(image, footprint):
    """Your erosion stops with an error for volumes, which have planes besides rows and columns.

    Look at the line that the error names: it unpacks a shape into two names, or pads two axes.

    Give np.pad a pair for each side in footprint.shape, and visit every pixel of any image with
    np.ndindex(image.shape).
    """
    rows, columns = image.shape
    return erosion(image, footprint).reshape(rows, columns)


MISCONCEPTIONS = (
    padded_all_axes_alike_in_the_erosion,
    padded_the_erosion_with_zeros,
    padded_the_dilation_with_zeros,
    mirrored_the_erosion_without_the_edge,
    mirrored_the_dilation_without_the_edge,
    repeated_the_edge_in_the_erosion,
    repeated_the_edge_in_the_dilation,
    cut_the_dilation_off_at_the_border,
    dilated_plane_by_plane,
    eroded_with_two_axes_in_mind,
)
