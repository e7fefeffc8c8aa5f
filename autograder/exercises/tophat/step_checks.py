"""What `erode` and `dilate` must do, one claim at a time; nobody has to write them."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from autograder.authoring.assertions import assert_dtype, assert_shape
from autograder.authoring.check import check
from autograder.authoring.conduct import (
    assert_leaves_arguments_alone,
    assert_own_work,
    assert_same_in_any_layout,
)
from autograder.authoring.strata import in_turn
from autograder.authoring.strategies import DIGITS, images
from autograder.exercises.tophat import opening_checks as openings
from autograder.exercises.tophat.as_skimage import (
    AS_SKIMAGE,
    assert_as_skimage,
    assert_as_skimage_on_volumes,
    assert_as_skimage_there,
    assert_do_their_work,
)
from autograder.exercises.tophat.corners import stored_otherwise, unchanging
from autograder.exercises.tophat.footprints import (
    BRIGHT,
    FAR_ABOVE,
    FAR_BELOW,
    MOSTLY_BRIGHT,
    SQUARE,
    framed,
    full_footprints,
    holed_lines,
    small_scenes,
    typed_scenes,
)

FURTHEST = {np.int16: 3_000, np.int32: 2e8, np.int64: 2**36}
# Whatever number a search for the least or the largest starts with, all of some image is beyond it.
FAR = [
    *(sign * BRIGHT * 1e30 for sign in (1, -1)),
    *((sign * BRIGHT * most).astype(d) for d, most in FURTHEST.items() for sign in (1, -1)),
]


@check(points=0)
@given(image=images(values=MOSTLY_BRIGHT, smallest=3, largest=5))
def erosion_takes_the_least_value(erode, image):
    """Erosion gives each pixel the least value under the footprint."""
    rule = "Each pixel should become the least value under the footprint."
    assert_as_skimage(erode, framed(image, SQUARE), SQUARE, rule)


@check(points=0, examples_of=erosion_takes_the_least_value)
def dilation_takes_the_largest_value(dilate, image):
    """Dilation gives each pixel the largest value under the footprint."""
    rule = "Each pixel should become the largest value under the footprint."
    assert_as_skimage(dilate, framed(image, SQUARE), SQUARE, rule)


@check(points=0)
@given(image=images(values=DIGITS, smallest=3), footprint=full_footprints((1, 3), (3, 1), (1, 5)))
def rectangles_erode_and_dilate(erode, dilate, image, footprint):
    """Both steps take footprints with more rows than columns, or more columns than rows."""
    rule = "A footprint that is not square should work like any other."
    for function in (erode, dilate):
        assert_as_skimage_there(function, framed(image, footprint), footprint, rule)


@check(points=0, examples_of=openings.zeros_of_the_footprint_do_not_count)
def pixels_under_zeros_are_left_out(erode, dilate, image, footprint):
    """Both steps leave out the pixels under the zeros of the footprint."""
    rule = "Pixels under the zeros of the footprint should be left out."
    for function in (erode, dilate):
        assert_as_skimage_there(function, framed(image, footprint), footprint, rule)


@check(points=0, also=[{"image": images(values=each)} for each in (BRIGHT, -BRIGHT)])
@given(image=images())
def no_step_brings_zeros_in(erode, dilate, image):
    """Neither step uses zeros beyond the border: they could spread into the image."""
    rule = "There should be no zeros beyond the border."
    for function in (erode, dilate):
        assert_as_skimage_there(function, image, SQUARE, rule)


@check(points=0)
@given(image=images(values=DIGITS, smallest=4, largest=6), footprint=holed_lines())
def both_steps_mirror_the_border(erode, dilate, image, footprint):
    """Beyond the border lies the mirrored image, its outermost pixels first."""
    rule = "Beyond the border the image should be mirrored, its outermost pixels included."
    for function in (erode, dilate):
        assert_as_skimage_there(function, image, footprint, rule)


@check(points=0, examples_of=openings.volumes_are_opened_and_closed)
def volumes_are_eroded_and_dilated(erode, dilate, volume):
    """Both steps take volumes, with a footprint of three axes."""
    assert_as_skimage_on_volumes((erode, dilate), volume)


@check(points=0, also=[{"image": images(values=each)} for each in FAR])
@given(image=images(values=in_turn([FAR_ABOVE, FAR_BELOW]), largest=4))
def steps_keep_any_grey_value(erode, dilate, image):
    """Grey values may be negative, fractions or far above 255; each result is one of them."""
    rule = "Grey values of any range should stay as they are."
    for function in (erode, dilate):
        assert_as_skimage_there(function, image, SQUARE, rule)


@check(points=0)
@given(scene=typed_scenes())
def steps_keep_shape_and_dtype(erode, dilate, scene):
    """Both results have the image's shape and dtype."""
    for function in (erode, dilate):
        assert_do_their_work(scene, function)
        assert_shape(function(*scene), scene[0].shape)
        assert_dtype(function(*scene), scene[0].dtype)


@check(points=0, examples=6, also=stored_otherwise())
@given(scene=small_scenes())
def steps_read_any_memory_layout(erode, dilate, scene):
    """Both steps take images that are stored in another order in memory, or are read-only."""
    for function in (erode, dilate):
        assert_do_their_work(scene, function)
        assert_same_in_any_layout(function, *scene)


@check(points=0, examples=7, also=unchanging())
@given(scene=small_scenes())
def steps_leave_their_arguments_alone(erode, dilate, scene):
    """Neither step changes the image or the footprint, and each result is a new array."""
    for function in (erode, dilate):
        assert_do_their_work(scene, function)
        assert_leaves_arguments_alone(function, *scene)


@check(points=0, examples_of=openings.opening_and_closing_match_skimage)
def steps_match_skimage(erode, dilate, scene):
    """Both equal scikit-image's erosion and dilation, for images and footprints of every kind."""
    for function in (erode, dilate):
        assert_as_skimage(function, *scene, AS_SKIMAGE)


@check(points=0, examples_of=steps_leave_their_arguments_alone)
def steps_are_your_own_work(erode, dilate, scene):
    """You take the least and the largest yourself; no library erodes, dilates or ranks."""
    for function in (erode, dilate):
        assert_do_their_work(scene, function)
        assert_own_work(function, *scene)


CHECKS = (
    erosion_takes_the_least_value,
    dilation_takes_the_largest_value,
    rectangles_erode_and_dilate,
    pixels_under_zeros_are_left_out,
    no_step_brings_zeros_in,
    both_steps_mirror_the_border,
    volumes_are_eroded_and_dilated,
    steps_keep_any_grey_value,
    steps_keep_shape_and_dtype,
    steps_read_any_memory_layout,
    steps_leave_their_arguments_alone,
    steps_match_skimage,
    steps_are_your_own_work,
)
