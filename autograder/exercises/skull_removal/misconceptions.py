"""Mistakes that were seen, or lie near, in removing a skull."""

from __future__ import annotations

from scipy import ndimage
from skimage.filters import threshold_otsu

from autograder.authoring.misconception import misconception
from autograder.exercises.skull_removal import (
    radius_misconceptions,
    result_misconceptions,
    slice_checks,
    volume_misconceptions,
)
from autograder.exercises.skull_removal.pieces import largest_piece


@misconception(of="remove_skull", caught_by=slice_checks.scalp_and_bone_of_a_slice_are_removed)
def took_a_threshold_only(image):
    """A threshold finds what is bright, and the scalp is as bright as the brain.

    Show your mask as a picture: besides the brain it holds the scalp, as a ring that bridges may
    join to it.

    Go on from the threshold: erode, keep the largest piece that label finds, dilate that piece, and
    fill its holes.
    """
    return image * (image > image.mean())


@misconception(of="remove_skull", caught_by=slice_checks.the_brain_of_a_slice_is_kept)
def eroded_without_dilating_back(image):
    """The erosion took a layer from the brain as well; dilate to give it back.

    Draw the border of your mask on the head: it should run along the brain's own border, but yours
    runs inside it.

    Dilate the largest piece by as many layers as the erosion has taken, before you fill its holes
    and use it as the mask.
    """
    core = ndimage.binary_erosion(image > threshold_otsu(image), iterations=4)
    return image * ndimage.binary_fill_holes(largest_piece(core))


@misconception(of="remove_skull", caught_by=slice_checks.scalp_and_bone_of_a_slice_are_removed)
def dilated_too_far(image):
    """Your result reaches beyond the brain: grow it only as far as the erosion shrank it.

    Compare how many layers your dilation adds with how many your erosion takes, and with the dark
    gap, which may be only 2 pixels wide.

    Dilate by the footprint that you eroded with, or by a little more if you then keep only pixels
    above the threshold, before you fill the holes.
    """
    core = ndimage.binary_erosion(image > threshold_otsu(image), iterations=2)
    grown = ndimage.binary_dilation(largest_piece(core), iterations=9)
    return image * ndimage.binary_fill_holes(grown)


@misconception(of="remove_skull", caught_by=slice_checks.scalp_and_bone_of_a_slice_are_removed)
def left_the_bridges_standing(image):
    """Brain and scalp are still one piece: thin bridges between them have to break first.

    Show the labels of your mask as a picture: as long as a single bridge stands, brain and scalp
    have the same number.

    Erode the mask before you number its pieces, with a footprint 3 pixels across or more, since
    bridges are up to 2 pixels wide.
    """
    return image * ndimage.binary_fill_holes(largest_piece(image > threshold_otsu(image)))


@misconception(of="remove_skull", caught_by=slice_checks.the_brain_of_a_slice_is_kept)
def eroded_the_brain_away(image):
    """The brain is gone, or most of it: a footprint as wide as the brain leaves none of it.

    Count the layers that your erosion takes from either side of a brain 30 pixels across, and see
    how much is left in the middle.

    Use the smallest footprint that breaks bridges 2 pixels wide, or let its radius grow with the
    size of the head.
    """
    core = ndimage.binary_erosion(image > threshold_otsu(image), iterations=12)
    grown = ndimage.binary_dilation(largest_piece(core), iterations=4)
    return image * ndimage.binary_fill_holes(grown)


@misconception(of="remove_skull", caught_by=slice_checks.scalp_and_bone_of_a_slice_are_removed)
def kept_every_piece(image):
    """Pieces of scalp survive the opening too; the brain is the largest piece of all.

    Number the pieces of your mask with label, show them as a picture, and count the pixels of each
    with np.bincount.

    Between the erosion and the dilation, keep only the label that has the most pixels, leaving out
    label 0, which is the background.
    """
    opened = ndimage.binary_opening(image > threshold_otsu(image))
    return image * ndimage.binary_fill_holes(opened)


@misconception(
    of="remove_skull", caught_by=slice_checks.a_head_twice_as_bright_gives_a_result_twice_as_bright
)
def fixed_the_threshold(image):
    """A fixed grey value suits one image only; find the threshold from the image itself.

    Make the mask of a head and of the same head times 2: the two should be the same, but with a
    fixed number they differ.

    Compute the threshold in the function, for instance with threshold_otsu, or as half the
    brightness of the middle of the head.
    """
    core = ndimage.binary_erosion(image > 100, iterations=2)
    grown = ndimage.binary_dilation(largest_piece(core), iterations=2)
    return image * ndimage.binary_fill_holes(grown)


@misconception(of="remove_skull", caught_by=slice_checks.the_ventricles_of_a_slice_are_kept)
def punched_out_the_ventricles(image):
    """The ventricles are dark, but they belong to the brain, and your mask leaves them out.

    Show the mask after each step: the threshold leaves holes where the ventricles are, and in the
    end they are still there.

    Let ndimage.binary_fill_holes be the last step on the mask, and do not compare with the
    threshold again after it.
    """
    core = ndimage.binary_erosion(image > threshold_otsu(image), iterations=2)
    return image * ndimage.binary_dilation(largest_piece(core), iterations=2)


@misconception(of="remove_skull", caught_by=slice_checks.the_brain_of_a_slice_is_kept)
def kept_the_second_largest_piece(image):
    """You kept the scalp instead of the brain: the brain is the largest piece.

    Print np.bincount(labels.ravel()) and the label that you keep: the first count is that of the
    background, which is no piece.

    Leave out the count of label 0, and keep the label with the largest count among the others, not
    with the second largest.
    """
    bright = image > threshold_otsu(image)
    brain = ndimage.binary_dilation(largest_piece(ndimage.binary_erosion(bright)))
    return image * (bright & ~brain)


MISCONCEPTIONS = (
    *result_misconceptions.MISCONCEPTIONS,
    *volume_misconceptions.MISCONCEPTIONS,
    took_a_threshold_only,
    eroded_without_dilating_back,
    dilated_too_far,
    left_the_bridges_standing,
    eroded_the_brain_away,
    kept_every_piece,
    fixed_the_threshold,
    punched_out_the_ventricles,
    kept_the_second_largest_piece,
    *radius_misconceptions.MISCONCEPTIONS,
)
