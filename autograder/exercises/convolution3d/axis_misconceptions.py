"""Mistakes that people make with `convolve_axis_by_axis`."""

from __future__ import annotations

from functools import reduce

import numpy as np
from scipy import ndimage

from autograder.authoring.misconception import misconception
from autograder.exercises.convolution3d import axis_checks as checks

ALL_AXES = (0, 1, 2)


def along(volume, weights, axes=ALL_AXES, mode="constant"):
    """Return a volume filtered along some axes, one after the other."""

    def once(volume, axis):
        return ndimage.correlate1d(volume, weights, axis, mode=mode)

    return reduce(once, axes, volume.astype(float))


@misconception(of="convolve_axis_by_axis", caught_by=checks.a_bright_voxel_spreads_along_all_axes)
def left_the_planes_out(volume, weights):
    """You filtered along rows and columns only; the planes are the third axis.

    Filter a volume with one bright voxel: the planes before and behind should become bright, too.

    Add a third step, with a kernel of shape (len(weights), 1, 1).
    """
    return along(volume, weights, (1, 2))


@misconception(of="convolve_axis_by_axis", caught_by=checks.a_bright_voxel_spreads_along_all_axes)
def began_again_with_the_volume(volume, weights):
    """Each of your steps begins with the volume again, so only the last step counts.

    Look at what each call of convolve3d gets: the second should get what the first returned.

    Give the result of the first step to the second, and that of the second to the third.
    """
    return along(volume, weights, (2,))


@misconception(of="convolve_axis_by_axis", caught_by=checks.a_bright_voxel_spreads_along_all_axes)
def added_the_three_results(volume, weights):
    """You filtered the volume three times and added the results; filter one after the other.

    Filter a single bright voxel: the corners beside it should become bright, and in yours only the
    voxels straight before, behind and beside it do.

    Give the result of each step to the next step, and return the last one.
    """
    return sum(along(volume, weights, (axis,)) for axis in ALL_AXES)


@misconception(of="convolve_axis_by_axis", caught_by=checks.three_short_kernels_do_the_work_of_one)
def repeated_the_outermost_voxels(volume, weights):
    """You repeated the outermost voxels beyond the border; voxels there count as 0.

    Filter a volume in which all voxels are 1: at the border the result should be smaller.

    Pad with zeros in each step, or let your convolve3d do it.
    """
    return along(volume, weights, mode="nearest")


@misconception(of="convolve_axis_by_axis", caught_by=checks.a_bright_voxel_spreads_along_all_axes)
def flipped_the_weights(volume, weights):
    """You flipped the weights; weights[0] is for the voxel before.

    Filter a volume with one bright voxel and the weights 1, 2, 4 on paper: the voxel *behind* the
    bright one gets weights[0].

    Leave out [::-1], or np.flip.
    """
    return along(volume, weights[::-1])


@misconception(of="convolve_axis_by_axis", caught_by=checks.a_bright_voxel_spreads_along_all_axes)
def divided_by_the_sum_of_the_weights(volume, weights):
    """You divided by the sum of the weights; use them as they are.

    Filter a volume of ones with the weights 1, 2, 4: in the middle of it the result is 7 * 7 * 7.

    Leave out the division, and the weights' sum.
    """
    return along(volume, weights / (weights.sum() or 1))


@misconception(of="convolve_axis_by_axis", caught_by=checks.three_short_kernels_do_the_work_of_one)
def rounded_after_each_step(volume, weights):
    """You rounded the sums, or put them into an array of integers; keep their fractions.

    Filter a volume of bytes with the weights 0.5, 0.5, 0.5 on paper: some results are not whole.

    Compute in floats from the first step on: volume.astype(float).
    """
    return along(volume, weights).round()


@misconception(of="convolve_axis_by_axis", caught_by=checks.three_short_kernels_do_the_work_of_one)
def computed_the_steps_in_half_precision(volume, weights):
    """Half precision (float16) keeps three digits only; compute in float64.

    Look for float16 in your code, and print np.float16(2049) to see what it makes of that number.

    Write float, which is float64, wherever float16 stands.
    """
    with np.errstate(over="ignore"):
        return along(volume.astype(np.float16), weights.astype(np.float16).astype(float))


@misconception(of="convolve_axis_by_axis", caught_by=checks.short_kernels_are_your_own_work)
def called_a_library_along_each_axis(volume, weights):
    """A library function did the filtering; add up the products yourself.

    Look for the call that the message names, in your function and in all that it calls.

    Call your convolve3d three times, each time with a kernel that is long along one axis only.
    """
    return along(volume, weights)


MISCONCEPTIONS = (
    left_the_planes_out,
    began_again_with_the_volume,
    added_the_three_results,
    flipped_the_weights,
    divided_by_the_sum_of_the_weights,
    rounded_after_each_step,
    computed_the_steps_in_half_precision,
    repeated_the_outermost_voxels,
    called_a_library_along_each_axis,
)
