"""What `white_tophat` and `black_tophat` must do, one claim at a time."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from skimage.morphology import disk

from autograder.authoring.assertions import assert_everywhere, assert_same_image
from autograder.authoring.check import check
from autograder.authoring.failures import WrongResult
from autograder.authoring.strata import in_turn
from autograder.authoring.strategies import images, near
from autograder.exercises.tophat.as_skimage import (
    AS_SKIMAGE,
    assert_as_skimage,
    assert_as_skimage_on_volumes,
    assert_as_skimage_there,
    assert_do_their_work,
)
from autograder.exercises.tophat.footprints import (
    BRIGHT,
    SQUARE,
    framed,
    integer_images,
)
from autograder.exercises.tophat.opening_checks import (
    opening_and_closing_match_skimage,
    opening_darkens_and_closing_brightens,
    opening_is_erosion_then_dilation,
    volumes_are_opened_and_closed,
)
from autograder.imaging.images import shepp_logan


@check(points=1, examples_of=opening_is_erosion_then_dilation)
def white_tophat_is_the_image_minus_its_opening(white_tophat, image):
    """The white top-hat is the image minus its opening: what the opening removed."""
    rule = "The white top-hat should be the image minus its opening."
    assert_as_skimage(white_tophat, framed(image, SQUARE), SQUARE, rule)


@check(points=1, examples_of=opening_is_erosion_then_dilation)
def black_tophat_is_the_closing_minus_the_image(black_tophat, image):
    """The black top-hat is the closing minus the image: what the closing filled."""
    rule = "The black top-hat should be the closing of the image minus the image."
    assert_as_skimage(black_tophat, framed(image, SQUARE), SQUARE, rule)


@check(points=0.5, examples_of=opening_darkens_and_closing_brightens)
def a_top_hat_is_never_negative(white_tophat, black_tophat, image, footprint):
    """No pixel of a top-hat is below 0."""
    for function in (white_tophat, black_tophat):
        assert_do_their_work((image, footprint), function)
        result = function(image, footprint)
        assert_everywhere(result >= 0, "A top-hat should nowhere be below 0.", result)


@check(points=0.5, examples_of=opening_darkens_and_closing_brightens)
def opening_and_white_tophat_add_up(opening, white_tophat, image, footprint):
    """The opening plus the white top-hat is the image."""
    assert_do_their_work((image, footprint), opening, white_tophat)
    rest = image - opening(image, footprint)
    rule = "The white top-hat should be what the opening leaves out of the image."
    assert_same_image(white_tophat(image, footprint), rest, rule=rule)


@check(points=0.5, examples_of=opening_darkens_and_closing_brightens)
def closing_minus_black_tophat_is_the_image(closing, black_tophat, image, footprint):
    """The closing minus the black top-hat is the image."""
    assert_do_their_work((image, footprint), closing, black_tophat)
    added = closing(image, footprint) - image
    rule = "The black top-hat should be what the closing adds to the image."
    assert_same_image(black_tophat(image, footprint), added, rule=rule)


@check(points=0.5, examples_of=opening_darkens_and_closing_brightens)
def black_tophat_is_the_white_of_the_negative(white_tophat, black_tophat, image, footprint):
    """The black top-hat is the white top-hat of the negative image, in which dark is bright."""
    assert_do_their_work((image, footprint), white_tophat, black_tophat)
    white, black = white_tophat(-image, footprint), black_tophat(image, footprint)
    rule = "The black top-hat should be the white top-hat of the negative image."
    assert_same_image(black, white, rule=rule)


@check(points=0.5, examples=10)
@given(spot=images(values=BRIGHT, smallest=1, largest=2))
def small_features_are_in_the_top_hats(white_tophat, black_tophat, spot):
    """A bright spot smaller than the footprint is in the white top-hat, a dark one in the black."""
    bright = framed(spot, SQUARE)
    rule = "The top-hat should be the spot alone: it is smaller than the footprint."
    for function, image in ((white_tophat, bright), (black_tophat, -bright)):
        assert_same_image(function(image, SQUARE), bright, rule=rule)


def _assert_finds_a_spot(function, spot):
    """Raise `WrongResult` if a top-hat has neither a bright spot in it nor a dark one."""
    spots = framed(spot, SQUARE), -framed(spot, SQUARE)
    if not any(function(each, SQUARE).any() for each in spots):
        rule = f"{function.name} has to do its work before this check can be made."
        raise WrongResult(rule, "It is 0 everywhere, even if there is a small spot.")


@check(points=0.5, examples=10)
@given(
    steps=images(values=BRIGHT, smallest=1, largest=2),
    size=in_turn([(3, 3), (4, 3), (3, 5)]),
    sign=in_turn([1, -1]),
)
def large_features_are_in_neither_top_hat(white_tophat, black_tophat, steps, size, sign):
    """A feature that the footprint fits into, bright or dark, is in neither top-hat."""
    image = framed(sign * np.kron(steps, np.ones(size)), SQUARE)
    rule = "The top-hat should be 0 everywhere, because the footprint fits into the feature."
    for function in (white_tophat, black_tophat):
        _assert_finds_a_spot(function, steps)
        assert_same_image(function(image, SQUARE), 0 * image, rule=rule)


@check(points=0.5, examples=24)
@given(image=integer_images())
def differences_of_integers_do_not_wrap(white_tophat, black_tophat, image):
    """Top-hats of bytes and other integers are right: no difference wraps round at 0 or 255."""
    rule = "Top-hats of integers should be those of the same numbers as floats."
    for function in (white_tophat, black_tophat):
        assert_as_skimage_there(function, framed(image, SQUARE), SQUARE, rule)


@check(points=1, examples_of=volumes_are_opened_and_closed)
def volumes_have_top_hats(white_tophat, black_tophat, volume):
    """Volumes have top-hats, with a footprint of three axes."""
    assert_as_skimage_on_volumes((white_tophat, black_tophat), volume)


@check(points=0.5, examples=4)
@given(radius=in_turn([1, 2]), start=st.integers(100, 109), brightness=near([0.9, 0.5]))
def a_drawn_head_has_the_top_hats_of_skimage(white_tophat, black_tophat, radius, start, brightness):
    """The top-hats of the Shepp-Logan phantom equal scikit-image's: thin bone and small gaps."""
    rule = "The top-hats of the phantom should be those of scikit-image."
    for function in (white_tophat, black_tophat):
        middle = brightness * shepp_logan()[start:300:10, start:300:10]
        assert_as_skimage(function, middle, disk(radius), rule)


@check(points=1, examples_of=opening_and_closing_match_skimage)
def top_hats_match_skimage(white_tophat, black_tophat, scene):
    """The top-hats equal scikit-image's, for images and footprints of every shape and dtype."""
    for function in (white_tophat, black_tophat):
        assert_as_skimage(function, *scene, AS_SKIMAGE)


CHECKS = (
    white_tophat_is_the_image_minus_its_opening,
    black_tophat_is_the_closing_minus_the_image,
    a_top_hat_is_never_negative,
    opening_and_white_tophat_add_up,
    closing_minus_black_tophat_is_the_image,
    black_tophat_is_the_white_of_the_negative,
    small_features_are_in_the_top_hats,
    large_features_are_in_neither_top_hat,
    differences_of_integers_do_not_wrap,
    volumes_have_top_hats,
    a_drawn_head_has_the_top_hats_of_skimage,
    top_hats_match_skimage,
)
