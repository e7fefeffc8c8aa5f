"""What the functions must do, one claim at a time: openings, top-hats, all four, steps, pages.

A claim about one thing is tried where other mistakes do not show: the footprint is full and the
image framed with zeros, unless the claim is about holes or the border.
"""

from __future__ import annotations

from hypothesis import given

from autograder.authoring.assertions import assert_dtype, assert_shape
from autograder.authoring.check import check
from autograder.authoring.conduct import (
    assert_leaves_arguments_alone,
    assert_own_work,
    assert_repeatable,
    assert_same_in_any_layout,
)
from autograder.authoring.strategies import images, odd_shapes
from autograder.exercises.tophat import as_skimage
from autograder.exercises.tophat import opening_checks as openings
from autograder.exercises.tophat import page_checks as pages
from autograder.exercises.tophat import step_checks as steps
from autograder.exercises.tophat import top_hat_checks as top_hats
from autograder.exercises.tophat.corners import stored_otherwise, unchanging
from autograder.exercises.tophat.footprints import (
    SQUARE,
    footprints,
    framed,
    small_scenes,
    typed_scenes,
)
from autograder.exercises.tophat.telling_apart import assert_tells_images_apart, ways_to_be_alike

ORACLES = as_skimage.ORACLES


def _assert_like(result, image):
    """Raise `WrongResult` unless the result has the image's shape and dtype."""
    assert_shape(result, image.shape)
    assert_dtype(result, image.dtype)


@check(points=0.5)
@given(scene=typed_scenes())
def shape_and_dtype_are_those_of_the_image(opening, closing, white_tophat, black_tophat, scene):
    """Each result has the image's shape and dtype: bytes give bytes, floats give floats."""
    for function in (opening, closing, white_tophat, black_tophat):
        as_skimage.assert_do_their_work(scene, function)
        _assert_like(function(*scene), scene[0])


@check(points=0.5, examples=5, also=stored_otherwise())
@given(scene=small_scenes())
def memory_layout_makes_no_difference(opening, closing, white_tophat, black_tophat, scene):
    """Images that are stored in another order in memory, or are read-only, work too."""
    for function in (opening, closing, white_tophat, black_tophat):
        as_skimage.assert_do_their_work(scene, function)
        assert_same_in_any_layout(function, *scene)


@check(points=1, examples=7, also=unchanging())
@given(scene=small_scenes())
def the_arguments_stay_as_they_are(opening, closing, white_tophat, black_tophat, scene):
    """Neither the image nor the footprint is changed, and each result is a new array."""
    for function in (opening, closing, white_tophat, black_tophat):
        as_skimage.assert_do_their_work(scene, function)
        assert_leaves_arguments_alone(function, *scene)


@check(points=0.5, examples=3)
@given(
    image=images(smallest=8, largest=10),
    footprint=footprints(odd_shapes((3, 5))),
    alike=ways_to_be_alike(),
)
def the_same_call_gives_the_same_result(
    opening, closing, white_tophat, black_tophat, image, footprint, alike
):
    """The result depends on the image and the footprint alone, not on what was called before."""
    for function in (opening, closing, white_tophat, black_tophat):
        as_skimage.assert_do_their_work((image, footprint), function)
        assert_repeatable(function, image, footprint)
        assert_tells_images_apart(function, alike)


@check(points=0.5, examples_of=openings.opening_is_erosion_then_dilation)
def openings_are_your_own_work(opening, closing, white_tophat, black_tophat, image):
    """You build all four from erosion and dilation; no library opens, closes or makes top-hats."""
    for function in (opening, closing, white_tophat, black_tophat):
        as_skimage.assert_do_their_work((framed(image, SQUARE), SQUARE), function)
        assert_own_work(function, framed(image, SQUARE), SQUARE)


# In the order of the report.
CHECKS = (
    *openings.CHECKS,
    *top_hats.CHECKS,
    shape_and_dtype_are_those_of_the_image,
    memory_layout_makes_no_difference,
    the_arguments_stay_as_they_are,
    the_same_call_gives_the_same_result,
    openings_are_your_own_work,
    *steps.CHECKS,
    *pages.CHECKS,
)
