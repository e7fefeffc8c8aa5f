"""What the two functions must do: with slices, with whole heads, and with their arguments."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from autograder.authoring.check import check
from autograder.authoring.conduct import assert_unchanged
from autograder.authoring.layouts import laid_out
from autograder.exercises.skull_removal import corners, radius_checks, slice_checks
from autograder.exercises.skull_removal.assertions import (
    BRAIN,
    BRAIN_KEPT,
    SCALP_AND_BONE,
    VENTRICLES,
    VENTRICLES_KEPT,
    assert_comes_from,
    assert_kept,
    assert_landmarks,
    assert_leaves_the_brain,
    assert_parts_a_plain_head,
    assert_removed,
    assert_treats_each_by_itself,
)
from autograder.exercises.skull_removal.landmarks import B0
from autograder.exercises.skull_removal.strategies import (
    flat_head_volumes,
    head_volumes,
    moved_head_volumes,
    moved_heads,
)


def _in_other_dtypes(function, image):
    """Yield the calls of a function with an image in some dtypes, with 0 to 250.

    One image is a part of a larger one, which may be changed, too.
    """
    scaled = image * (250 / image.max())
    yield function.observe(scaled.astype(np.float32))
    yield function.observe(scaled.astype(np.uint8))
    yield function.observe(laid_out(scaled.astype(np.int16), "every other pixel"))


@check(points=2.5, examples=2)
@given(head=flat_head_volumes(("float32", "uint8")))
def scalp_and_bone_of_a_volume_are_removed(remove_skull_3d, head):
    """At most 5 % of scalp and bone is left, even in planes that show nothing else."""
    assert_removed(remove_skull_3d(head.image), head, head.scalp_and_bone, SCALP_AND_BONE)


@check(points=1.5, examples=1, also=corners.volumes())
@given(head=head_volumes(("int32",)))
def the_brain_of_a_volume_is_kept(remove_skull_3d, head):
    """At least 95 % of the brain in a volume is kept, not counting its ventricles."""
    brain = head.brain & ~head.ventricles
    assert_kept(remove_skull_3d(head.image), head, brain, BRAIN, BRAIN_KEPT)


@check(points=1, examples_of=the_brain_of_a_volume_is_kept)
def the_ventricles_of_a_volume_are_kept(remove_skull_3d, head):
    """At least half of the dark ventricles is kept in a volume."""
    result = remove_skull_3d(head.image)
    assert_kept(result, head, head.ventricles, VENTRICLES, VENTRICLES_KEPT)


@check(points=0.5, examples_of=the_brain_of_a_volume_is_kept)
def a_volume_keeps_its_dtype_and_its_voxels(remove_skull_3d, head):
    """The result has the volume's dtype, and each voxel holds the volume's own value or 0."""
    assert_comes_from(remove_skull_3d(head.image), head.image)


@check(points=3.5, examples_of=the_brain_of_a_volume_is_kept)
def of_a_whole_head_the_brain_alone_is_left(remove_skull_3d, head):
    """Of a whole head, the brain is kept, and nothing else."""
    assert_leaves_the_brain(remove_skull_3d, head)


@check(points=3.5, examples_of=scalp_and_bone_of_a_volume_are_removed)
def of_a_flat_head_the_brain_alone_is_left(remove_skull_3d, head):
    """The brain of a wide, flat head with many bridges is kept, and nothing else."""
    assert_leaves_the_brain(remove_skull_3d, head)


# One small head each, as it is looked at several times: the first that is drawn is of floats, which
# a conversion does not copy.
@check(points=3, examples=1)
@given(head=moved_heads(), volume=moved_head_volumes())
def the_arguments_stay_as_they_are(remove_skull, remove_skull_3d, head, volume):
    """Images and volumes stay unchanged, and results are new arrays."""
    for call in _in_other_dtypes(remove_skull, head.image):
        assert_unchanged(call)
    assert_unchanged(remove_skull.observe(head.image))
    assert_unchanged(remove_skull_3d.observe(volume.image))


@check(points=0.5, examples_of=the_arguments_stay_as_they_are)
def the_same_call_gives_the_same_result(remove_skull, remove_skull_3d, head, volume):
    """The result depends on the image alone, not on what was called before."""
    assert_treats_each_by_itself(remove_skull, head)
    assert_treats_each_by_itself(remove_skull_3d, volume)


@check(points=1, examples=1, also=corners.plain_volumes())
@given(head=head_volumes(**corners.PLAIN_VOLUME))
def landmarks_of_a_real_volume_are_told_apart(remove_skull_3d, head):
    """In a real volume, places in the brain are kept; scalp, bone, eyes and air are not."""
    assert_landmarks(remove_skull_3d(B0.picture()), B0)
    assert_parts_a_plain_head(remove_skull_3d, head)


# In the order of the report.
CHECKS = (
    *slice_checks.CHECKS,
    scalp_and_bone_of_a_volume_are_removed,
    the_brain_of_a_volume_is_kept,
    the_ventricles_of_a_volume_are_kept,
    a_volume_keeps_its_dtype_and_its_voxels,
    of_a_whole_head_the_brain_alone_is_left,
    of_a_flat_head_the_brain_alone_is_left,
    the_arguments_stay_as_they_are,
    the_same_call_gives_the_same_result,
    landmarks_of_a_real_volume_are_told_apart,
    *radius_checks.CHECKS,
)
