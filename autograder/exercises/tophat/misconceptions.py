"""Known mistakes, each with the check that catches it: openings first, then top-hats."""

from __future__ import annotations

import numpy as np
from skimage.morphology import black_tophat, closing, dilation, erosion, opening, white_tophat

from autograder.exercise import misconception
from autograder.exercises.tophat import checks
from autograder.exercises.tophat.opening_misconceptions import *  # noqa: F403 - told first
from autograder.exercises.tophat.opening_misconceptions import middle

EARLIER_IMAGES = {}
SHARED_RESULTS = {}


@misconception(of="white_tophat", caught_by=checks.white_tophat_is_the_image_minus_its_opening)
def forgot_to_subtract(image, footprint):
    """You returned the opening; the white top-hat is what the opening removed from the image."""
    return opening(image, footprint)


@misconception(of="white_tophat", caught_by=checks.a_top_hat_is_never_negative)
def subtracted_the_image_from_its_opening(image, footprint):
    """You subtracted the wrong way round: the opening is the darker of the two."""
    return opening(image, footprint) - image


@misconception(of="white_tophat", caught_by=checks.large_features_are_in_neither_top_hat)
def subtracted_the_erosion(image, footprint):
    """You subtracted the erosion, which finds edges; the white top-hat needs the opening."""
    return image - erosion(image, footprint)


@misconception(of="white_tophat", caught_by=checks.small_features_are_in_the_top_hats)
def returned_the_black_top_hat(image, footprint):
    """You returned the black top-hat; the white one holds what is bright and small."""
    return black_tophat(image, footprint)


@misconception(of="black_tophat", caught_by=checks.a_top_hat_is_never_negative)
def subtracted_the_closing_from_the_image(image, footprint):
    """You took the image minus its closing, which is never positive; turn the two round."""
    return image - closing(image, footprint)


@misconception(of="black_tophat", caught_by=checks.differences_of_integers_do_not_wrap)
def took_the_absolute_difference(image, footprint):
    """You took the absolute value of a difference that had wrapped round, as bytes do below 0."""
    return np.abs(image - closing(image, footprint))


@misconception(of="black_tophat", caught_by=checks.large_features_are_in_neither_top_hat)
def subtracted_from_the_dilation(image, footprint):
    """You subtracted from the dilation, which finds edges; the black top-hat needs the closing."""
    return dilation(image, footprint) - image


@misconception(of="black_tophat", caught_by=checks.black_tophat_is_the_closing_minus_the_image)
def returned_the_white_top_hat(image, footprint):
    """You returned the white top-hat; the black one holds what is dark and small."""
    return white_tophat(image, footprint)


@misconception(of="white_tophat", caught_by=checks.opening_and_white_tophat_add_up)
def stretched_the_result(image, footprint):
    """You stretched the result to 0...1; a top-hat keeps the differences as they are."""
    result = white_tophat(image, footprint)
    return result / result.max() if result.any() else result


@misconception(of="black_tophat", caught_by=checks.volumes_have_top_hats)
def took_top_hats_plane_by_plane(image, footprint):
    """You worked on each plane alone, so that nothing reached from one plane to the next."""
    if image.ndim == 2:
        return black_tophat(image, footprint)
    return np.stack([black_tophat(plane, footprint[len(footprint) // 2]) for plane in image])


@misconception(of="white_tophat", caught_by=checks.shape_and_dtype_are_those_of_the_image)
def returned_floats(image, footprint):
    """You returned floating-point numbers; bytes should give bytes, and integers integers."""
    return white_tophat(image.astype(float), footprint)


@misconception(of="white_tophat", caught_by=checks.the_arguments_stay_as_they_are)
def subtracted_in_place(image, footprint):
    """You subtracted from the image itself (`-=`), which changes it for the caller too."""
    image -= opening(image, footprint)
    return image


@misconception(of="opening", caught_by=checks.the_arguments_stay_as_they_are)
def kept_one_array_for_all_results(image, footprint):
    """You wrote every result into one array, so that a later call changes an earlier result."""
    shared = SHARED_RESULTS.setdefault((image.shape, image.dtype), np.empty_like(image))
    shared[...] = opening(image, footprint)
    return shared


@misconception(of="closing", caught_by=checks.the_same_call_gives_the_same_result)
def forgot_to_set_the_border(image, footprint):
    """You left pixels near the border as `np.empty` made them: they hold what was there before."""
    result = EARLIER_IMAGES.get((image.shape, image.dtype), image).copy()
    EARLIER_IMAGES[image.shape, image.dtype] = image
    inside = middle(image, footprint)
    result[inside] = closing(image, footprint)[inside]
    return result


@misconception(of="black_tophat", caught_by=checks.memory_layout_makes_no_difference)
def read_pixels_in_memory_order(image, footprint):
    """You relied on rows lying one after the other in memory; some arrays lie column by column."""
    return black_tophat(image.ravel(order="K").reshape(image.shape), footprint)


@misconception(of="black_tophat", caught_by=checks.closing_minus_black_tophat_is_the_image)
def forgot_the_footprint(image, footprint):
    """You called the closing without the footprint, so that it took scikit-image's default."""
    return black_tophat(image)


@misconception(of="white_tophat", caught_by=checks.black_tophat_is_the_white_of_the_negative)
def cut_off_negative_grey_values(image, footprint):
    """You set grey values below 0 to 0; they are grey values like any other."""
    return white_tophat(np.maximum(image, 0), footprint)


@misconception(of="black_tophat", caught_by=checks.a_drawn_head_has_the_top_hats_of_skimage)
def turned_photographs_into_bytes(image, footprint):
    """You stored grey values from 0 to 1 as bytes, which leaves 256 of them; keep the floats."""
    if image.dtype.kind == "f" and image.min() >= 0 and image.max() <= 1:
        image = ((255 * image).astype(np.uint8) / 255).astype(image.dtype)
    return black_tophat(image, footprint)


@misconception(of="white_tophat", caught_by=checks.top_hats_match_skimage)
def rounded_the_differences(image, footprint):
    """You rounded the result to whole numbers; images of floats have differences in between."""
    return white_tophat(image, footprint).round().astype(image.dtype)


@misconception(of="opening", caught_by=checks.openings_are_your_own_work)
def called_a_library_function(image, footprint):
    """You called a library's opening; build your own from an erosion and a dilation."""
    return opening(image, footprint)
