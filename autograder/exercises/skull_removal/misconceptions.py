"""Mistakes that were seen, or lie near, in removing a skull."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from skimage.filters import threshold_otsu

from autograder.exercise import misconception
from autograder.exercises.skull_removal import checks


def bright(image):
    """Return where an image is at least half as bright as its bright part usually is."""
    return image > np.median(image[image > threshold_otsu(image) / 2]) / 2


def pieces(mask, which):
    """Return the piece of a mask that is at this place in the order of sizes, smallest first."""
    labels, count = ndimage.label(mask)
    order = np.argsort(np.bincount(labels.ravel())[1:])
    return labels == 1 + order[which] if count else mask


def depth(image):
    """Return how many layers to take, 2 from a small head and more from a large one."""
    return max(2, round(bright(image).sum() ** (1 / image.ndim) / 40))


def core(image, steps=None):
    """Return the largest piece that is left when layers are taken from what is bright."""
    layers = depth(image) if steps is None else steps
    return pieces(ndimage.binary_erosion(bright(image), iterations=layers), -1)


def filled(mask, steps):
    """Return a mask with this many layers more, and no holes."""
    grown = ndimage.binary_dilation(mask, iterations=steps) if steps else mask
    return ndimage.binary_fill_holes(grown)


def whole(image):
    """Return the brain with the layers that `core` had taken, and without holes."""
    return filled(core(image), depth(image))


def cut_out(mask, image):
    """Return the image with zeros outside the mask."""
    return np.where(mask, image, 0).astype(image.dtype)


@misconception(of="remove_skull", caught_by=checks.scalp_and_bone_of_a_slice_are_removed)
def took_a_threshold_only(image):
    """A threshold finds what is bright, and the scalp is as bright as the brain.

    Show your mask as a picture: besides the brain it holds the scalp, as a ring that bridges may
    join to it.

    Go on from the threshold: erode, keep the largest piece that label finds, dilate that piece, and
    fill its holes.
    """
    return cut_out(bright(image), image)


@misconception(of="remove_skull", caught_by=checks.the_brain_of_a_slice_is_kept)
def eroded_without_dilating_back(image):
    """The erosion took a layer from the brain as well; something has to give it back.

    Draw the border of your mask on the head: it should run along the brain's own border, and yours
    runs inside it.

    Dilate the largest piece by as many layers as the erosion has taken, before you fill its holes
    and use it as the mask.
    """
    return cut_out(filled(core(image, 2 * depth(image)), 0), image)


@misconception(of="remove_skull", caught_by=checks.scalp_and_bone_of_a_slice_are_removed)
def dilated_too_far(image):
    """Your result reaches beyond the brain: grow it no further than the erosion had shrunk it.

    Compare how many layers your dilation adds with how many your erosion takes, and with the dark
    gap, which may be only 2 pixels wide.

    Dilate by the footprint that you eroded with, or by a little more if you then keep only pixels
    above the threshold, before you fill the holes.
    """
    return cut_out(filled(core(image), 9), image)


@misconception(of="remove_skull", caught_by=checks.scalp_and_bone_of_a_slice_are_removed)
def left_the_bridges_standing(image):
    """Brain and scalp are still one piece: thin bridges between them have to break first.

    Show the labels of your mask as a picture: as long as a single bridge stands, brain and scalp
    have the same number.

    Erode the mask before you number its pieces, with a footprint 3 pixels across or more, since
    bridges are up to 2 pixels wide.
    """
    return cut_out(filled(pieces(bright(image), -1), 0), image)


@misconception(of="remove_skull", caught_by=checks.the_brain_of_a_slice_is_kept)
def eroded_the_brain_away(image):
    """The brain is gone, or most of it: a footprint as wide as the brain leaves none of it.

    Count the layers that your erosion takes from either side of a brain 30 pixels across, and see
    how much is left in the middle.

    Use the smallest footprint that breaks bridges 2 pixels wide, or let its radius grow with the
    size of the head.
    """
    return cut_out(filled(core(image, 12), 4), image)


@misconception(of="remove_skull", caught_by=checks.scalp_and_bone_of_a_slice_are_removed)
def kept_every_piece(image):
    """Pieces of scalp outlast the opening too; the brain is the largest piece of all.

    Number the pieces of your mask with label, show them as a picture, and count the pixels of each
    with np.bincount.

    Between the erosion and the dilation, keep only the label that has the most pixels, leaving out
    label 0, which is the background.
    """
    return cut_out(filled(ndimage.binary_opening(bright(image)), 0), image)


@misconception(
    of="remove_skull", caught_by=checks.a_head_twice_as_bright_gives_a_result_twice_as_bright
)
def fixed_the_threshold(image):
    """A fixed grey value suits one image only; find the threshold from the image itself.

    Make the mask of a head and of the same head times 2: the two should be the same, and with a
    fixed number they differ.

    Compute the threshold in the function, with threshold_otsu or as half of how bright the middle
    of the head is, for instance.
    """
    mask = ndimage.binary_erosion(image > 100, iterations=2)
    return cut_out(filled(pieces(mask, -1), 2), image)


@misconception(of="remove_skull", caught_by=checks.pixels_are_the_images_own_or_zero)
def returned_the_mask(image):
    """The mask says where the brain is; the result should hold the image's own values there.

    Print np.unique of your result: it holds 0 and 1 and nothing else.

    Let np.where take the image's value where the mask is True, and 0 where it is False.
    """
    return whole(image).astype(image.dtype)


@misconception(of="remove_skull", caught_by=checks.pixels_are_the_images_own_or_zero)
def returned_the_opened_image(image):
    """Opening changes grey values; take the values inside the brain from the image itself.

    Compare a few pixels inside the brain: the image and your result should have the same numbers
    there, and many of yours are lower.

    Use the opened image for the mask alone; in the end, copy the image that came in, and set the
    copy to 0 outside the mask.
    """
    return cut_out(whole(image), ndimage.grey_opening(image, size=(3, 3)))


@misconception(of="remove_skull", caught_by=checks.the_ventricles_of_a_slice_are_kept)
def punched_out_the_ventricles(image):
    """The ventricles are dark, but they belong to the brain, and your mask leaves them out.

    Show the mask after each step: the threshold leaves holes where the ventricles are, and in the
    end they are still there.

    Let ndimage.binary_fill_holes be the last step on the mask, and do not compare with the
    threshold again after it.
    """
    return cut_out(whole(image) & bright(image), image)


@misconception(of="remove_skull", caught_by=checks.the_brain_of_a_slice_is_kept)
def kept_the_second_largest_piece(image):
    """You kept the scalp instead of the brain: the brain is the largest piece.

    Print np.bincount(labels.ravel()) and the label that you keep: the first count is that of the
    background, which is no piece.

    Leave out the count of label 0, and keep the label with the largest count among the others, not
    with the second largest.
    """
    return cut_out(bright(image) & ~whole(image), image)


@misconception(of="remove_skull", caught_by=checks.the_background_of_a_slice_is_removed)
def inverted_the_mask(image):
    """Inside and outside are swapped: the brain is gone, and everything else is there.

    Look at the line that sets pixels to 0: it should do so where the mask is False, and yours does
    where it is True.

    Add a ~ to the mask in that line, or take it away if there is one; with np.where, exchange the
    last two arguments.
    """
    return cut_out(~whole(image), image)


@misconception(of="remove_skull", caught_by=checks.the_arguments_stay_as_they_are)
def edited_the_image(image):
    """You set pixels of the image itself to 0; work on a copy.

    After a call, show the head that you passed in: its skull is gone there, too.

    Begin with image.copy() and set pixels to 0 in that, or let np.where make a new array.
    """
    image[~whole(image)] = 0
    return image


@misconception(of="remove_skull", caught_by=checks.a_slice_keeps_its_dtype)
def returned_floats(image):
    """The result should have the image's dtype, and a product with a mask may not keep it.

    Print the dtypes of the image, the mask and the result for a head of bytes, and find where
    floats come in.

    Keep the mask an array of True and False, with which a product keeps the image's dtype, or set
    pixels of a copy to 0.
    """
    return image * whole(image).astype(np.float64) * 1.0


@misconception(of="remove_skull", caught_by=checks.a_slice_keeps_its_dtype)
def scaled_to_bytes(image):
    """The grey values were stretched to bytes; give them back as they were.

    Compare one pixel inside the brain: the image and your result should have the same number there,
    and yours is on another scale.

    If a step needs bytes, make the mask from them, and nothing else; take the values of the result
    from the image that came in.
    """
    return cut_out(whole(image), (255.0 * image / image.max()).astype(np.uint8))


@misconception(of="remove_skull", caught_by=checks.landmarks_of_a_real_slice_are_told_apart)
def took_one_layer_whatever_the_size(image):
    """One layer breaks thin bridges only; take more from a large head, where they are thicker.

    Show your mask of the real slice after the erosion: a head of 256 x 256 pixels has bridges that
    outlast one layer.

    Let the number of layers grow with the size of the head, with its width for example, and dilate
    by as many as you eroded.
    """
    return cut_out(filled(core(image, 1), 1), image)


@misconception(of="remove_skull_3d", caught_by=checks.scalp_and_bone_of_a_volume_are_removed)
def worked_slice_by_slice(volume):
    """In a plane without brain the largest piece is scalp; let the pieces reach across planes.

    Show the first and the last planes of your result: no brain is there, so they should be black,
    and yours hold scalp.

    Take every step once, on the whole volume, with a footprint of three axes such as ball(1); label
    then finds pieces that cross planes.
    """
    planes = [whole(plane) if plane.any() else plane > 0 for plane in volume]
    return cut_out(np.stack(planes), volume)


@misconception(of="remove_skull", caught_by=checks.a_mirrored_head_gives_the_mirrored_result)
def moved_the_mask(image):
    """The mask lies beside the brain: a footprint with even sides has no middle and can move it.

    Draw the border of your mask on the head: it should lie on the brain's border on both sides, and
    yours lies 2 pixels further right.

    Take footprints with odd sides, such as those of disk, and cut off at the end exactly what you
    padded before, on either side.
    """
    return cut_out(np.roll(whole(image), 2, axis=1), image)


@misconception(of="remove_skull_3d", caught_by=checks.landmarks_of_a_real_volume_are_told_apart)
def took_a_threshold_in_the_volume_only(volume):
    """A threshold finds what is bright, and scalp and eyes are as bright as the brain.

    Show your mask plane by plane: besides the brain it holds scalp and eyes, some of it joined to
    the brain.

    Erode the mask with ball(1), keep the largest piece of the whole volume, dilate that piece with
    ball(1) again, and fill its holes.
    """
    return cut_out(bright(volume), volume)


@misconception(of="remove_skull_3d", caught_by=checks.a_volume_keeps_its_dtype_and_its_voxels)
def returned_the_mask_of_the_volume(volume):
    """The mask says where the brain is; the result should hold the volume's own values there.

    Look at the largest value of your result: it is 1, however bright the volume is.

    Make a copy of the volume, set it to 0 wherever the mask is False, and return the copy.
    """
    return whole(volume).astype(volume.dtype)


@misconception(of="remove_skull_3d", caught_by=checks.the_brain_of_a_volume_is_kept)
def eroded_the_volume_without_dilating_back(volume):
    """The erosion took layers from the brain in all directions; something has to give them back.

    Work out what an erosion by one layer leaves of a cube with sides of 28 voxels: sides of 26, so
    that a fifth of it is gone.

    After choosing the largest piece, dilate it by the footprint of the erosion, as often as you
    eroded.
    """
    return cut_out(filled(core(volume, 3), 0), volume)


@misconception(of="remove_skull_3d", caught_by=checks.the_ventricles_of_a_volume_are_kept)
def punched_out_the_ventricles_of_the_volume(volume):
    """The ventricles belong to the brain, dark as they are; your mask of the volume lacks them.

    Show the planes through the middle of your mask: where the ventricles are, it has holes, and no
    later step fills them.

    Fill the holes of the whole volume's mask at once, with ndimage.binary_fill_holes, after
    everything that uses the threshold.
    """
    return cut_out(whole(volume) & bright(volume), volume)
