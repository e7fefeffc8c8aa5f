"""Mistakes that were seen, or lie near, in removing the skull from a volume."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from skimage.filters import threshold_otsu

from autograder.authoring.misconception import misconception
from autograder.exercises.skull_removal import checks
from autograder.exercises.skull_removal.pieces import largest_piece


@misconception(of="remove_skull_3d", caught_by=checks.scalp_and_bone_of_a_volume_are_removed)
def worked_slice_by_slice(volume):
    """In a plane without brain the largest piece is scalp; let the pieces reach across planes.

    Show the first and the last planes of your result: no brain is there, so they should be black,
    but yours hold scalp.

    Take every step once, on the whole volume, with a footprint of three axes such as ball(1); label
    then finds pieces that cross planes.
    """
    cores = [ndimage.binary_erosion(plane > plane.mean(), iterations=2) for plane in volume]
    grown = [ndimage.binary_dilation(largest_piece(core), iterations=2) for core in cores]
    return volume * np.stack([ndimage.binary_fill_holes(plane) for plane in grown])


@misconception(of="remove_skull_3d", caught_by=checks.scalp_and_bone_of_a_volume_are_removed)
def took_a_threshold_in_the_volume_only(volume):
    """A threshold finds what is bright, and scalp and eyes are as bright as the brain.

    Show your mask plane by plane: besides the brain it holds scalp and eyes, some of it joined to
    the brain.

    Erode the mask with ball(1), keep the largest piece of the whole volume, dilate that piece with
    ball(1) again, and fill its holes.
    """
    return volume * (volume > volume.mean())


@misconception(of="remove_skull_3d", caught_by=checks.a_volume_keeps_its_dtype_and_its_voxels)
def returned_the_mask_of_the_volume(volume):
    """The mask says where the brain is; the result should hold the volume's own values there.

    Look at the largest value of your result: it is 1, however bright the volume is.

    Make a copy of the volume, set it to 0 wherever the mask is False, and return the copy.
    """
    opened = ndimage.binary_opening(volume > volume.mean(), iterations=5)
    return ndimage.binary_fill_holes(opened).astype(volume.dtype)


@misconception(of="remove_skull_3d", caught_by=checks.the_brain_of_a_volume_is_kept)
def eroded_the_volume_without_dilating_back(volume):
    """The erosion took layers from the brain in all directions; dilate to give them back.

    Work out what an erosion by one layer leaves of a cube with sides of 28 voxels: sides of 26, so
    that a fifth of it is gone.

    After choosing the largest piece, dilate it by the footprint of the erosion, as often as you
    eroded.
    """
    core = ndimage.binary_erosion(volume > threshold_otsu(volume), iterations=3)
    return volume * ndimage.binary_fill_holes(largest_piece(core))


@misconception(of="remove_skull_3d", caught_by=checks.the_ventricles_of_a_volume_are_kept)
def punched_out_the_ventricles_of_the_volume(volume):
    """The ventricles belong to the brain, dark as they are; your mask of the volume lacks them.

    Show the planes through the middle of your mask: where the ventricles are, it has holes, and no
    later step fills them.

    Fill the holes of the whole volume's mask at once, with ndimage.binary_fill_holes, after
    everything that uses the threshold.
    """
    core = ndimage.binary_erosion(volume > threshold_otsu(volume), iterations=2)
    return volume * ndimage.binary_dilation(largest_piece(core), iterations=2)


MISCONCEPTIONS = (
    worked_slice_by_slice,
    took_a_threshold_in_the_volume_only,
    returned_the_mask_of_the_volume,
    eroded_the_volume_without_dilating_back,
    punched_out_the_ventricles_of_the_volume,
)
