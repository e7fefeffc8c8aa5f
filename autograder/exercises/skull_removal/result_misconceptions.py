"""Mistakes in the image that is returned when the brain has been found."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from autograder.authoring.misconception import misconception
from autograder.exercises.skull_removal import checks, slice_checks


def _opened(image):
    """Return a mask that suits a plain head: it has scalp where scalp is thick, or the brain dark.

    What is wrong with the result shows on a plain head as well.
    """
    opened = ndimage.binary_opening(image > image.mean(), iterations=5)
    return ndimage.binary_fill_holes(opened)


@misconception(of="remove_skull", caught_by=slice_checks.pixels_are_the_images_own_or_zero)
def returned_the_mask(image):
    """The mask says where the brain is; the result should hold the image's own values there.

    Print np.unique of your result: it holds 0 and 1 and nothing else.

    Let np.where take the image's value where the mask is True, and 0 where it is False.
    """
    return _opened(image).astype(image.dtype)


@misconception(of="remove_skull", caught_by=slice_checks.pixels_are_the_images_own_or_zero)
def returned_the_opened_image(image):
    """Opening changes grey values; take the values inside the brain from the image itself.

    Compare a few pixels inside the brain: the image and your result should have the same numbers
    there, and many of yours are lower.

    Use the opened image for the mask alone; in the end, copy the image that came in, and set the
    copy to 0 outside the mask.
    """
    return ndimage.grey_opening(image, size=(3, 3)) * _opened(image)


@misconception(of="remove_skull", caught_by=slice_checks.the_background_of_a_slice_is_removed)
def inverted_the_mask(image):
    """Inside and outside are swapped: the brain is gone, and everything else is there.

    Look at the line that sets pixels to 0: it should do so where the mask is False, but yours does
    where it is True.

    Add a ~ to the mask in that line, or take it away if there is one; with np.where, exchange the
    last two arguments.
    """
    return image * ~_opened(image)


@misconception(of="remove_skull", caught_by=checks.the_arguments_stay_as_they_are)
def edited_the_image(image):
    """You set pixels of the image itself to 0; work on a copy.

    After a call, show the head that you passed in: its skull is gone there, too.

    Begin with image.copy() and set pixels to 0 in that, or let np.where make a new array.
    """
    image[~_opened(image)] = 0
    return image


@misconception(of="remove_skull", caught_by=slice_checks.a_slice_keeps_its_dtype)
def returned_floats(image):
    """The result should have the image's dtype, and multiplying by a mask may change it.

    Print the dtypes of the image, the mask and the result for a head of bytes, and find where
    floats come in.

    Keep the mask as an array of True and False, since image * mask then has the image's dtype; or
    set pixels of a copy to 0.
    """
    return image * _opened(image).astype(np.float64) * 1.0


@misconception(of="remove_skull", caught_by=slice_checks.a_slice_keeps_its_dtype)
def scaled_to_bytes(image):
    """The grey values were stretched to bytes; give them back as they were.

    Compare one pixel inside the brain: the image and your result should have the same number there,
    but yours is on another scale.

    If a step needs bytes, make the mask from them, and nothing else; take the values of the result
    from the image that came in.
    """
    return (255.0 * image / image.max() * _opened(image)).astype(np.uint8)


@misconception(of="remove_skull", caught_by=slice_checks.a_mirrored_head_gives_the_mirrored_result)
def moved_the_mask(image):
    """The mask lies beside the brain: a footprint with even sides has no middle and can move it.

    Draw the border of your mask on the head: it should lie on the brain's border on both sides, but
    yours lies 2 pixels further right.

    Use footprints with odd sides, such as those of disk, and cut off at the end exactly what you
    padded before, on either side.
    """
    return image * np.roll(_opened(image), 2, axis=1)


MISCONCEPTIONS = (
    returned_the_mask,
    returned_the_opened_image,
    inverted_the_mask,
    edited_the_image,
    returned_floats,
    scaled_to_bytes,
    moved_the_mask,
)
