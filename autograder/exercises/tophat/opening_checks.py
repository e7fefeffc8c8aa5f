"""What `opening` and `closing` must do, one claim at a time."""

from __future__ import annotations

from hypothesis import given

from autograder.authoring.assertions import assert_everywhere, assert_same_image
from autograder.authoring.check import check
from autograder.authoring.strata import in_turn
from autograder.authoring.strategies import BYTES, INTEGERS, SHORTS, images, odd_shapes
from autograder.exercises.tophat.as_skimage import (
    AS_SKIMAGE,
    assert_as_skimage,
    assert_as_skimage_on_volumes,
    assert_as_skimage_there,
    assert_do_their_work,
)
from autograder.exercises.tophat.corners import corners
from autograder.exercises.tophat.footprints import (
    FAR_FROM_BYTES,
    MOSTLY_BRIGHT,
    SHORT_BRIGHT,
    SQUARE,
    footprints,
    framed,
    full_footprints,
    holed_lines,
    holed_squares,
    pairs_of_images,
    scenes,
    small_cubes,
)


@check(points=1)
@given(image=images(values=in_turn((MOSTLY_BRIGHT, SHORT_BRIGHT)), smallest=3, largest=5))
def opening_is_erosion_then_dilation(opening, image):
    """Opening is erosion, then dilation: it removes bright spots smaller than the footprint."""
    rule = "Opening should be erosion, then dilation of what the erosion left."
    assert_as_skimage(opening, framed(image, SQUARE), SQUARE, rule)


@check(points=1, examples_of=opening_is_erosion_then_dilation)
def closing_is_dilation_then_erosion(closing, image):
    """Closing is dilation, then erosion: it fills dark spots smaller than the footprint."""
    rule = "Closing should be dilation, then erosion of what the dilation left."
    assert_as_skimage(closing, framed(image, SQUARE), SQUARE, rule)


@check(points=0.5)
@given(image=images(values=BYTES, smallest=3), footprint=full_footprints((1, 3), (3, 1)))
def the_footprint_may_be_a_rectangle(opening, closing, image, footprint):
    """Footprints with more rows than columns, or more columns than rows, work too."""
    rule = "A footprint that is not square should work like any other."
    for function in (opening, closing):
        assert_as_skimage_there(function, framed(image, footprint), footprint, rule)


@check(points=0.5, examples=20)
@given(image=images(values=MOSTLY_BRIGHT, smallest=3, largest=5), footprint=holed_squares())
def zeros_of_the_footprint_do_not_count(opening, closing, image, footprint):
    """Only pixels under the footprint's ones count; those under its zeros are left out."""
    rule = "Pixels under the zeros of the footprint should not count."
    for function in (opening, closing):
        assert_as_skimage_there(function, framed(image, footprint), footprint, rule)


@check(points=0.5)
@given(image=images(values=INTEGERS))
def the_border_is_not_black(opening, closing, image):
    """Neither step may use zeros beyond the border."""
    rule = "Neither step should use zeros beyond the border."
    for function in (opening, closing):
        assert_as_skimage_there(function, image, SQUARE, rule)


@check(points=1.5, examples=16)
@given(image=images(values=SHORTS, smallest=4, largest=6), footprint=holed_lines())
def the_border_is_mirrored(opening, closing, image, footprint):
    """Beyond the border the image is mirrored, even if the footprint has a hole."""
    rule = "Beyond the border the image should be mirrored, its outermost pixels included."
    for function in (opening, closing):
        assert_as_skimage_there(function, image, footprint, rule)


@check(points=1, examples=3)
@given(volume=small_cubes())
def volumes_are_opened_and_closed(opening, closing, volume):
    """Volumes are opened and closed with a footprint of three axes."""
    assert_as_skimage_on_volumes((opening, closing), volume)


@check(points=0.5)
@given(image=images(values=in_turn(FAR_FROM_BYTES)))
def every_grey_value_is_kept(opening, closing, image):
    """Grey values may be negative, fractions or far above 255; they stay as they are."""
    rule = "Grey values of any range should stay as they are."
    for function in (opening, closing):
        assert_as_skimage_there(function, framed(image, SQUARE), SQUARE, rule)


@check(points=0.5)
@given(image=images(smallest=3), footprint=footprints(odd_shapes((3, 5))))
def opening_darkens_and_closing_brightens(opening, closing, image, footprint):
    """The opening is nowhere brighter than the image, and the closing nowhere darker."""
    for function, sign, word in ((opening, 1, "brighter"), (closing, -1, "darker")):
        assert_do_their_work((image, footprint), function)
        result, rule = function(image, footprint), f"The {function.name} should nowhere be {word}."
        assert_everywhere(sign * result <= sign * image, rule, result, image, "the image")


@check(points=0.5, examples_of=opening_darkens_and_closing_brightens)
def a_second_time_changes_nothing(opening, closing, image, footprint):
    """Opening twice gives the same result as opening once; the same holds for closing."""
    rule = "The second time should change nothing."
    for function in (opening, closing):
        assert_do_their_work((image, footprint), function)
        once = function(image, footprint)
        assert_same_image(function(once, footprint), once, rule=rule)


@check(points=0.5, examples=30)
@given(pair=pairs_of_images(), footprint=footprints())
def a_brighter_image_has_a_brighter_opening(opening, pair, footprint):
    """If pixels of the image become brighter, no pixel of the opening becomes darker."""
    assert_do_their_work((pair[0], footprint), opening)
    darker, brighter = opening(pair[0], footprint), opening(pair[1], footprint)
    rule = "A brighter image should nowhere have a darker opening."
    assert_everywhere(darker <= brighter, rule, brighter, darker, "that of the darker image")


@check(points=1, examples=32, also=corners())
@given(scene=scenes())
def opening_and_closing_match_skimage(opening, closing, scene):
    """The results equal scikit-image's, for images and footprints of every shape and dtype."""
    for function in (opening, closing):
        assert_as_skimage(function, *scene, AS_SKIMAGE)


CHECKS = (
    opening_is_erosion_then_dilation,
    closing_is_dilation_then_erosion,
    the_footprint_may_be_a_rectangle,
    zeros_of_the_footprint_do_not_count,
    the_border_is_not_black,
    the_border_is_mirrored,
    volumes_are_opened_and_closed,
    every_grey_value_is_kept,
    opening_darkens_and_closing_brightens,
    a_second_time_changes_nothing,
    a_brighter_image_has_a_brighter_opening,
    opening_and_closing_match_skimage,
)
