"""What `remove_skull` must do, on slices made in code, whose brain is known, and on a real one.

Each claim about a share of a tissue leaves room for what reasonable ways to do it differ in. Each
has heads of its own, of some dtypes: what goes wrong with one dtype, or with dim heads only, costs
the claims that are tried on these, and not all.
"""

from __future__ import annotations

import numpy as np
from hypothesis import given

from autograder.authoring.assertions import assert_dtype, assert_same_image
from autograder.authoring.check import check
from autograder.authoring.layouts import read_only
from autograder.exercises.skull_removal import corners
from autograder.exercises.skull_removal.assertions import (
    BACKGROUND,
    BRAIN,
    BRAIN_KEPT,
    SCALP_AND_BONE,
    VENTRICLES,
    VENTRICLES_KEPT,
    assert_cuts_something,
    assert_kept,
    assert_landmarks,
    assert_leaves_the_brain,
    assert_nearly_same,
    assert_parts_a_plain_head,
    assert_pixels_of,
    assert_removed,
)
from autograder.exercises.skull_removal.landmarks import SAGITTAL
from autograder.exercises.skull_removal.strategies import (
    DTYPES,
    SOME_BRIDGES,
    heads,
    small_heads,
)

BRIGHTER = "Twice as bright an image should give twice as bright a result."
MIRRORED = "A mirrored image should give nearly the mirrored result."


@check(points=0.5, examples=7, also=corners.scalps())
@given(head=heads(("float32", "int16")))
def part_of_a_slice_is_removed(remove_skull, head):
    """Part of a slice is kept, and the rest is set to 0."""
    assert_cuts_something(remove_skull(head.image), head.image)


@check(points=1, examples_of=part_of_a_slice_is_removed)
def scalp_and_bone_of_a_slice_are_removed(remove_skull, head):
    """At most 5 % of scalp and bone is left in a slice."""
    assert_removed(remove_skull(head.image), head, head.scalp_and_bone, SCALP_AND_BONE)


@check(points=1.5, examples=8, also=corners.without_ventricles())
@given(head=heads(("int16", "int32"), bridges=SOME_BRIDGES))
def the_brain_of_a_slice_is_kept(remove_skull, head):
    """At least 95 % of the brain in a slice is kept, not counting its ventricles."""
    brain = head.brain & ~head.ventricles
    assert_kept(remove_skull(head.image), head, brain, BRAIN, BRAIN_KEPT)


@check(points=1.5, examples=5, also=corners.with_large_ventricles())
@given(head=heads(("uint8", "int32"), bridges=SOME_BRIDGES))
def the_ventricles_of_a_slice_are_kept(remove_skull, head):
    """At least half of the dark ventricles in the brain is kept: they belong to it."""
    result = remove_skull(head.image)
    assert_kept(result, head, head.ventricles, VENTRICLES, VENTRICLES_KEPT)


@check(points=0.5, examples=4, also=corners.in_a_corner())
@given(head=heads(("uint16",), bridges=SOME_BRIDGES))
def the_background_of_a_slice_is_removed(remove_skull, head):
    """At most 5 % of the noise around the head is left in a slice."""
    assert_removed(remove_skull(head.image), head, head.background, BACKGROUND)


@check(points=0.5, examples_of=the_background_of_a_slice_is_removed)
def pixels_are_the_images_own_or_zero(remove_skull, head):
    """Every pixel of the result holds the image's own value or 0."""
    assert_pixels_of(remove_skull(head.image), head.image)


@check(points=0.5, examples=6, also=corners.typed())
@given(head=small_heads(DTYPES[::-1]))
def a_slice_keeps_its_dtype(remove_skull, head):
    """The result has the image's dtype: bytes give bytes, floats give floats."""
    result = remove_skull(head.image)
    assert_cuts_something(result, head.image)
    assert_dtype(result, head.image.dtype)


@check(points=3.5, examples_of=a_slice_keeps_its_dtype)
def of_any_dtype_the_brain_alone_is_left(remove_skull, head):
    """Whatever dtype a slice has, its brain is kept, and nothing else."""
    assert_leaves_the_brain(remove_skull, head)


@check(points=2.5, examples_of=the_background_of_a_slice_is_removed)
def at_any_place_the_brain_alone_is_left(remove_skull, head):
    """Wherever the head lies in the image, its brain is kept, and nothing else."""
    assert_leaves_the_brain(remove_skull, head)


@check(points=0.5, examples=3, also=corners.dim())
@given(head=heads(("float64",), bridges=SOME_BRIDGES))
def a_head_twice_as_bright_gives_a_result_twice_as_bright(remove_skull, head):
    """An image twice as bright gives a result twice as bright: no threshold is fixed."""
    once = remove_skull(head.image)
    assert_cuts_something(once, head.image)
    assert_same_image(remove_skull(read_only(2 * head.image)), 2 * once, rule=BRIGHTER)


@check(points=3, examples_of=a_head_twice_as_bright_gives_a_result_twice_as_bright)
def dim_or_bright_the_brain_alone_is_left(remove_skull, head):
    """Whether an image is dim or bright, its brain is kept, and nothing else."""
    assert_leaves_the_brain(remove_skull, head)


@check(points=0.5, examples_of=the_ventricles_of_a_slice_are_kept)
def a_mirrored_head_gives_the_mirrored_result(remove_skull, head):
    """Left and right do not matter: a mirrored image gives nearly the mirrored result."""
    mirrored = remove_skull(head.image)[:, ::-1]
    assert_cuts_something(mirrored, head.image[:, ::-1])
    of_mirrored = remove_skull(np.asfortranarray(head.image[:, ::-1]))
    assert_nearly_same(of_mirrored, mirrored, head.brain.sum(), MIRRORED)


# Everybody has the picture: so that a table of places gets no points, there is a drawn head, too.
@check(points=2, examples=1, also=corners.plain_slices())
@given(head=heads(**corners.PLAIN_SLICE))
def landmarks_of_a_real_slice_are_told_apart(remove_skull, head):
    """On a real slice, places in the brain are kept; scalp, bone, fat and muscle are not."""
    assert_landmarks(remove_skull(SAGITTAL.picture()), SAGITTAL)
    assert_parts_a_plain_head(remove_skull, head)


# In the order of the report.
CHECKS = (
    part_of_a_slice_is_removed,
    scalp_and_bone_of_a_slice_are_removed,
    the_brain_of_a_slice_is_kept,
    the_ventricles_of_a_slice_are_kept,
    the_background_of_a_slice_is_removed,
    pixels_are_the_images_own_or_zero,
    a_slice_keeps_its_dtype,
    of_any_dtype_the_brain_alone_is_left,
    at_any_place_the_brain_alone_is_left,
    a_head_twice_as_bright_gives_a_result_twice_as_bright,
    dim_or_bright_the_brain_alone_is_left,
    a_mirrored_head_gives_the_mirrored_result,
    landmarks_of_a_real_slice_are_told_apart,
)
