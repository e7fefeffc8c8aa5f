"""What the two functions must do, on heads made in code, whose brain is known, and on real ones.

Each claim about a share of a tissue leaves room for what reasonable ways to do it differ in.
"""

from __future__ import annotations

import numpy as np
from hypothesis import given

from autograder.authoring.assertions import (
    assert_dtype,
    assert_same_image,
    assert_unchanged,
)
from autograder.authoring.check import check
from autograder.authoring.strategies import read_only
from autograder.exercises.skull_removal import corners, radius_checks
from autograder.exercises.skull_removal.assertions import (
    BRAIN_KEPT,
    VENTRICLES_KEPT,
    assert_cuts_one,
    assert_cuts_something,
    assert_kept,
    assert_landmarks,
    assert_nearly_same,
    assert_pixels_of,
    assert_removed,
    assert_treats_each_by_itself,
)
from autograder.exercises.skull_removal.landmarks import B0, SAGITTAL
from autograder.exercises.skull_removal.strategies import (
    flat_head_volumes,
    head_volumes,
    heads,
    moved_head_volumes,
    moved_heads,
)

DTYPES = tuple(map(np.dtype, ("f8", "f4", "u1", "i2", "u2", "i4")))
SMALL = 50 * 50


def _in_units(image, dtype):
    """Return an image in another dtype, with 0 to 250, or to what is negative as int16."""
    brightest = 60_000.0 if dtype == np.uint16 else 250.0
    return (image * (brightest / image.max())).astype(dtype)


def _in_every_dtype(image):
    """Return a small image in all dtypes that heads come in; of a larger one, only itself."""
    return [_in_units(image, dtype) for dtype in DTYPES] if image.size <= SMALL else [image]


def _in_other_dtypes(function, image):
    """Yield the calls of a function with an image in some dtypes."""
    for dtype in (np.float32, np.uint8, np.int16):
        yield function.observe(_in_units(image, dtype))


BRIGHTER = "Twice as bright an image should give twice as bright a result."
MIRRORED = "A mirrored image should give nearly the mirrored result."


@check(points=1, examples=12, also=corners.slices())
@given(head=heads())
def part_of_a_slice_is_removed(remove_skull, head):
    """Part of a slice is kept, and part of it is removed, which is 0 then."""
    assert_cuts_something(remove_skull(head.image), head.image)


@check(points=4, examples_of=part_of_a_slice_is_removed)
def scalp_and_bone_of_a_slice_are_removed(remove_skull, head):
    """At most 5 % of scalp and bone are left in a slice."""
    assert_removed(remove_skull(head.image), head, head.scalp_and_bone, "scalp and bone")


@check(points=4, examples_of=part_of_a_slice_is_removed)
def the_brain_of_a_slice_is_kept(remove_skull, head):
    """At least 95 % of the brain in a slice is kept, its ventricles aside."""
    brain = head.brain & ~head.ventricles
    assert_kept(remove_skull(head.image), head, brain, "the brain", BRAIN_KEPT)


@check(points=3, examples_of=part_of_a_slice_is_removed)
def the_ventricles_of_a_slice_are_kept(remove_skull, head):
    """At least half of the dark ventricles in the brain is kept: they belong to it."""
    result = remove_skull(head.image)
    assert_kept(result, head, head.ventricles, "the ventricles", VENTRICLES_KEPT)


@check(points=1, examples_of=part_of_a_slice_is_removed)
def the_background_of_a_slice_is_removed(remove_skull, head):
    """At most 5 % of the noise around the head are left in a slice."""
    assert_removed(remove_skull(head.image), head, head.background, "the background")


@check(points=1, examples_of=part_of_a_slice_is_removed)
def pixels_are_the_images_own_or_zero(remove_skull, head):
    """Every pixel of the result is that of the image, or 0."""
    assert_pixels_of(remove_skull(head.image), head.image)


@check(points=1, examples_of=part_of_a_slice_is_removed)
def a_slice_keeps_its_dtype(remove_skull, head):
    """The result has the image's dtype: bytes give bytes, floats give floats."""
    images = _in_every_dtype(head.image)
    results = [remove_skull(image) for image in images]
    for image, result in zip(images, results, strict=True):
        assert_dtype(result, image.dtype)
    assert_cuts_one(results, images)


@check(points=2, examples=6)
@given(head=heads())
def a_head_twice_as_bright_gives_a_result_twice_as_bright(remove_skull, head):
    """Twice as bright an image gives twice as bright a result: no threshold is fixed."""
    image = head.image.astype(float)
    once = remove_skull(image)
    assert_cuts_something(once, image)
    assert_same_image(remove_skull(read_only(2 * image)), 2 * once, rule=BRIGHTER)


@check(points=1, examples_of=part_of_a_slice_is_removed)
def a_mirrored_head_gives_the_mirrored_result(remove_skull, head):
    """Left and right do not matter: a mirrored image gives nearly the mirrored result."""
    mirrored = remove_skull(head.image)[:, ::-1]
    assert_cuts_something(mirrored, head.image[:, ::-1])
    of_mirrored = remove_skull(np.asfortranarray(head.image[:, ::-1]))
    assert_nearly_same(of_mirrored, mirrored, head.brain.sum(), MIRRORED)


@check(points=3)
def landmarks_of_a_real_slice_are_told_apart(remove_skull):
    """On a real slice, places in the brain are kept; scalp, bone, fat and muscle are not."""
    assert_landmarks(remove_skull(SAGITTAL.picture()), SAGITTAL)


# The first is of floats, which a conversion to floats does not copy: whoever edits that edits the
# volume. The next is of integers, mostly.
@check(points=5, examples=2)
@given(head=flat_head_volumes())
def scalp_and_bone_of_a_volume_are_removed(remove_skull_3d, head):
    """At most 5 % of scalp and bone are left, also in planes that show nothing else."""
    assert_removed(remove_skull_3d(head.image), head, head.scalp_and_bone, "scalp and bone")


@check(points=4, examples=1, also=corners.volumes())
@given(head=head_volumes())
def the_brain_of_a_volume_is_kept(remove_skull_3d, head):
    """At least 95 % of the brain in a volume is kept, its ventricles aside."""
    brain = head.brain & ~head.ventricles
    assert_kept(remove_skull_3d(head.image), head, brain, "the brain", BRAIN_KEPT)


@check(points=2, examples_of=the_brain_of_a_volume_is_kept)
def the_ventricles_of_a_volume_are_kept(remove_skull_3d, head):
    """At least half of the dark ventricles is kept in a volume."""
    result = remove_skull_3d(head.image)
    assert_kept(result, head, head.ventricles, "the ventricles", VENTRICLES_KEPT)


@check(points=1, examples_of=the_brain_of_a_volume_is_kept)
def a_volume_keeps_its_dtype_and_its_voxels(remove_skull_3d, head):
    """In three dimensions too, the dtype stays, and each voxel is the volume's own, or 0."""
    result = remove_skull_3d(head.image)
    assert_dtype(result, head.image.dtype)
    assert_pixels_of(result, head.image)


# One small head each, as it is looked at several times: the first that is drawn is of floats, which
# a conversion does not copy.
@check(points=1, examples=1)
@given(head=moved_heads(), volume=moved_head_volumes())
def the_arguments_stay_as_they_are(remove_skull, remove_skull_3d, head, volume):
    """Images stay unchanged, results are new arrays, and calls have no influence on later ones."""
    for call in _in_other_dtypes(remove_skull, head.image):
        assert_unchanged(call)
    assert_treats_each_by_itself(remove_skull, head)
    assert_treats_each_by_itself(remove_skull_3d, volume)


@check(points=1)
def landmarks_of_a_real_volume_are_told_apart(remove_skull_3d):
    """In a real volume, places in the brain are kept; scalp, bone, eyes and air are not."""
    assert_landmarks(remove_skull_3d(B0.picture()), B0)


# In the order of the report.
CHECKS = (
    part_of_a_slice_is_removed,
    scalp_and_bone_of_a_slice_are_removed,
    the_brain_of_a_slice_is_kept,
    the_ventricles_of_a_slice_are_kept,
    the_background_of_a_slice_is_removed,
    pixels_are_the_images_own_or_zero,
    a_slice_keeps_its_dtype,
    a_head_twice_as_bright_gives_a_result_twice_as_bright,
    a_mirrored_head_gives_the_mirrored_result,
    landmarks_of_a_real_slice_are_told_apart,
    scalp_and_bone_of_a_volume_are_removed,
    the_brain_of_a_volume_is_kept,
    the_ventricles_of_a_volume_are_kept,
    a_volume_keeps_its_dtype_and_its_voxels,
    the_arguments_stay_as_they_are,
    landmarks_of_a_real_volume_are_told_apart,
    *radius_checks.CHECKS,
)
