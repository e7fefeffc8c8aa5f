"""Known mistakes, each with the check that catches it: openings first, top-hats, then steps."""

from __future__ import annotations

import numpy as np
from skimage.morphology import black_tophat, closing, dilation, erosion, opening, white_tophat

from autograder.authoring.misconception import misconception
from autograder.exercises.tophat import (
    border_misconceptions,
    checks,
    footprint_misconceptions,
    opening_misconceptions,
    page_misconceptions,
    result_misconceptions,
    step_border_misconceptions,
    step_misconceptions,
)
from autograder.exercises.tophat import top_hat_checks as top_hats


@misconception(of="white_tophat", caught_by=top_hats.white_tophat_is_the_image_minus_its_opening)
def forgot_to_subtract(image, footprint):
    """You returned the opening; the white top-hat is what the opening removed from the image.

    Try an image in which all pixels are 4: the opening removes nothing, so the top-hat should be 0
    everywhere, but yours is 4.

    Return the difference between the image and the opening, in this order, instead of the opening.
    """
    return opening(image, footprint)


@misconception(of="white_tophat", caught_by=top_hats.a_top_hat_is_never_negative)
def subtracted_the_image_from_its_opening(image, footprint):
    """You subtracted the wrong way round: the opening is the darker of the two.

    Work it out for a pixel of 5 that the opening lowers to 3: the top-hat should be 2, but yours is
    -2, or 254 in bytes.

    Exchange the two sides of the minus sign, so that the image comes first and its opening second.
    """
    return opening(image, footprint) - image


@misconception(of="white_tophat", caught_by=top_hats.large_features_are_in_neither_top_hat)
def subtracted_the_erosion(image, footprint):
    """You subtracted the erosion, which finds edges; the white top-hat needs the opening.

    Try a bright block of 5 x 5 pixels with a 3 x 3 footprint: the top-hat should be 0 everywhere,
    but yours shows the rim of the block.

    Dilate what the erosion gave, with the same footprint, and subtract that from the image, or call
    your own opening.
    """
    return image - erosion(image, footprint)


@misconception(of="white_tophat", caught_by=top_hats.small_features_are_in_the_top_hats)
def returned_the_black_top_hat(image, footprint):
    """You returned the black top-hat; the white one holds what is bright and small.

    Try a single bright pixel on a dark image: the top-hat should be bright there, but yours is 0.

    Use your opening where the closing stands now, and let the image come before the minus sign.
    """
    return black_tophat(image, footprint)


@misconception(of="black_tophat", caught_by=top_hats.a_top_hat_is_never_negative)
def subtracted_the_closing_from_the_image(image, footprint):
    """You took the image minus its closing, as the book does; here no top-hat is negative.

    Work it out for a pixel of 1 that the closing raises to 7: the top-hat should be 6, but yours is
    -6, or 250 in bytes.

    Swap the two, so that the closing stands before the minus sign and the image behind it.
    """
    return image - closing(image, footprint)


@misconception(of="black_tophat", caught_by=top_hats.differences_of_integers_do_not_wrap)
def took_the_absolute_difference(image, footprint):
    """You took the absolute value of a difference that had wrapped round, as bytes do below 0.

    Work out 5 - 7 in bytes: it is 254, and np.abs leaves it at 254, though the two numbers are only
    2 apart.

    Subtract in the order in which nothing falls below 0, the closing minus the image, and do
    without np.abs.
    """
    return np.abs(image - closing(image, footprint))


@misconception(of="black_tophat", caught_by=top_hats.large_features_are_in_neither_top_hat)
def subtracted_from_the_dilation(image, footprint):
    """You subtracted from the dilation, which finds edges; the black top-hat needs the closing.

    Try a dark block of 5 x 5 pixels on a bright image with a 3 x 3 footprint: the top-hat should be
    0 everywhere, but yours shows the rim of the block.

    Erode what the dilation gave, with the same footprint, before you subtract the image from it, or
    call your own closing.
    """
    return dilation(image, footprint) - image


@misconception(of="black_tophat", caught_by=top_hats.black_tophat_is_the_closing_minus_the_image)
def returned_the_white_top_hat(image, footprint):
    """You returned the white top-hat; the black one holds what is dark and small.

    Try a single dark pixel on a bright image: the top-hat should be bright there, but yours is 0.

    Use your closing instead of the opening, put it before the minus sign, and let the image come
    behind.
    """
    return white_tophat(image, footprint)


@misconception(of="black_tophat", caught_by=top_hats.volumes_have_top_hats)
def took_top_hats_plane_by_plane(image, footprint):
    """You worked on each plane alone, so that nothing reached from one plane to the next.

    Take three planes, only the middle one dark, and a footprint of ones of shape (3, 1, 1): that
    plane should show in the top-hat, but it does not.

    Take out the loop over planes, and close the whole volume with the whole footprint before you
    subtract.
    """
    if image.ndim == 2:
        return black_tophat(image, footprint)
    return np.stack([black_tophat(plane, footprint[len(footprint) // 2]) for plane in image])


@misconception(of="black_tophat", caught_by=top_hats.closing_minus_black_tophat_is_the_image)
def forgot_the_footprint(image, footprint):
    """Your result is that of a small cross, scikit-image's default, whatever the footprint was.

    Compare your black top-hats of one image for disk(1) and for disk(5): they are the same,
    although the footprints are not.

    Pass the footprint on in your black top-hat, as the second argument behind the image, wherever
    you close, dilate or erode.
    """
    return black_tophat(image)


@misconception(of="opening", caught_by=checks.openings_are_your_own_work)
def called_a_library_function(image, footprint):
    """A library did the work of your opening; build your own from an erosion and a dilation.

    Look for the call that the message names in your opening and in all that it calls, even if you
    use it only to compare.

    Call erosion on the image, then dilation on what that gives, both with the footprint, and take
    the library's function out of yours.
    """
    return opening(image, footprint)


MISCONCEPTIONS = (
    *border_misconceptions.MISCONCEPTIONS,
    *footprint_misconceptions.MISCONCEPTIONS,
    *opening_misconceptions.MISCONCEPTIONS,
    *result_misconceptions.MISCONCEPTIONS,
    forgot_to_subtract,
    subtracted_the_image_from_its_opening,
    subtracted_the_erosion,
    returned_the_black_top_hat,
    subtracted_the_closing_from_the_image,
    took_the_absolute_difference,
    subtracted_from_the_dilation,
    returned_the_white_top_hat,
    took_top_hats_plane_by_plane,
    forgot_the_footprint,
    called_a_library_function,
    *step_misconceptions.MISCONCEPTIONS,
    *step_border_misconceptions.MISCONCEPTIONS,
    *page_misconceptions.MISCONCEPTIONS,
)
