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
    """A threshold finds what is bright, and the scalp is as bright as the brain."""
    return cut_out(bright(image), image)


@misconception(of="remove_skull", caught_by=checks.the_brain_of_a_slice_is_kept)
def eroded_without_dilating_back(image):
    """The erosion took a layer from the brain as well; something has to give it back."""
    return cut_out(filled(core(image, 2 * depth(image)), 0), image)


@misconception(of="remove_skull", caught_by=checks.scalp_and_bone_of_a_slice_are_removed)
def dilated_too_far(image):
    """Your result reaches beyond the brain: grow it no further than the erosion had shrunk it."""
    return cut_out(filled(core(image), 9), image)


@misconception(of="remove_skull", caught_by=checks.scalp_and_bone_of_a_slice_are_removed)
def left_the_bridges_standing(image):
    """Brain and scalp are still one piece: thin bridges between them have to break first."""
    return cut_out(filled(pieces(bright(image), -1), 0), image)


@misconception(of="remove_skull", caught_by=checks.the_brain_of_a_slice_is_kept)
def eroded_the_brain_away(image):
    """The brain is gone, or most of it: a footprint as wide as the brain leaves none of it."""
    return cut_out(filled(core(image, 12), 4), image)


@misconception(of="remove_skull", caught_by=checks.scalp_and_bone_of_a_slice_are_removed)
def kept_every_piece(image):
    """Pieces of scalp outlast the opening too; the brain is the largest of them."""
    return cut_out(filled(ndimage.binary_opening(bright(image)), 0), image)


@misconception(
    of="remove_skull", caught_by=checks.a_head_twice_as_bright_gives_a_result_twice_as_bright
)
def fixed_the_threshold(image):
    """A fixed grey value suits one image only; find the threshold from the image itself."""
    mask = ndimage.binary_erosion(image > 100, iterations=2)
    return cut_out(filled(pieces(mask, -1), 2), image)


@misconception(of="remove_skull", caught_by=checks.pixels_are_the_images_own_or_zero)
def returned_the_mask(image):
    """The mask says where the brain is; the result should hold the image's own values there."""
    return whole(image).astype(image.dtype)


@misconception(of="remove_skull", caught_by=checks.pixels_are_the_images_own_or_zero)
def returned_the_opened_image(image):
    """Opening changes grey values; take the values inside the brain from the image itself."""
    return cut_out(whole(image), ndimage.grey_opening(image, size=(3, 3)))


@misconception(of="remove_skull", caught_by=checks.the_ventricles_of_a_slice_are_kept)
def punched_out_the_ventricles(image):
    """The ventricles are dark, but they belong to the brain: fill the holes of the mask."""
    return cut_out(whole(image) & bright(image), image)


@misconception(of="remove_skull", caught_by=checks.the_brain_of_a_slice_is_kept)
def kept_the_second_largest_piece(image):
    """You kept the scalp instead of the brain: the brain is the largest piece."""
    return cut_out(bright(image) & ~whole(image), image)


@misconception(of="remove_skull", caught_by=checks.the_background_of_a_slice_is_removed)
def inverted_the_mask(image):
    """Inside and outside are swapped: the brain is gone, and everything else is there."""
    return cut_out(~whole(image), image)


@misconception(of="remove_skull", caught_by=checks.the_arguments_stay_as_they_are)
def edited_the_image(image):
    """You set pixels of the image itself to 0; work on a copy."""
    image[~whole(image)] = 0
    return image


@misconception(of="remove_skull", caught_by=checks.a_slice_keeps_its_dtype)
def returned_floats(image):
    """The result should have the image's dtype, and a product with a mask may not keep it."""
    return image * whole(image).astype(np.float64) * 1.0


@misconception(of="remove_skull", caught_by=checks.a_slice_keeps_its_dtype)
def scaled_to_bytes(image):
    """The grey values were stretched to bytes; give them back as they were."""
    return cut_out(whole(image), (255.0 * image / image.max()).astype(np.uint8))


@misconception(of="remove_skull", caught_by=checks.landmarks_of_a_real_slice_are_told_apart)
def took_one_layer_whatever_the_size(image):
    """One layer breaks thin bridges only; take more from a large head, where they are thicker."""
    return cut_out(filled(core(image, 1), 1), image)


@misconception(of="remove_skull_3d", caught_by=checks.scalp_and_bone_of_a_volume_are_removed)
def worked_slice_by_slice(volume):
    """In a plane without brain the largest piece is scalp; let the pieces reach across planes."""
    planes = [whole(plane) if plane.any() else plane > 0 for plane in volume]
    return cut_out(np.stack(planes), volume)


@misconception(of="remove_skull", caught_by=checks.a_mirrored_head_gives_the_mirrored_result)
def moved_the_mask(image):
    """The mask lies beside the brain: a footprint with even sides has no middle and moves it."""
    return cut_out(np.roll(whole(image), 2, axis=1), image)


@misconception(of="remove_skull_3d", caught_by=checks.landmarks_of_a_real_volume_are_told_apart)
def took_a_threshold_in_the_volume_only(volume):
    """A threshold finds what is bright, and scalp and eyes are as bright as the brain."""
    return cut_out(bright(volume), volume)


@misconception(of="remove_skull_3d", caught_by=checks.a_volume_keeps_its_dtype_and_its_voxels)
def returned_the_mask_of_the_volume(volume):
    """The mask says where the brain is; the result should hold the volume's own values there."""
    return whole(volume).astype(volume.dtype)


@misconception(of="remove_skull_3d", caught_by=checks.the_brain_of_a_volume_is_kept)
def eroded_the_volume_without_dilating_back(volume):
    """The erosion took a layer from the brain as well; something has to give it back."""
    return cut_out(filled(core(volume, 3), 0), volume)


@misconception(of="remove_skull_3d", caught_by=checks.the_ventricles_of_a_volume_are_kept)
def punched_out_the_ventricles_of_the_volume(volume):
    """The ventricles are dark, but they belong to the brain: fill the holes of the mask."""
    return cut_out(whole(volume) & bright(volume), volume)
