"""What `convolve3d` must do with the kernel, and with kernels of any sides, one claim at a time.

The kernels hold a single 1, or ones only, where flipping them is not the point: a kernel of ones
looks the same when it is flipped.
"""

from itertools import permutations

import numpy as np
from hypothesis import given

from autograder.authoring.assertions import assert_same_image, assert_shape
from autograder.authoring.check import check
from autograder.authoring.strategies import DIGITS, impulse, kernels_of_ones
from autograder.exercises.convolution3d.volumes import cubic_kernels, volumes
from autograder.exercises.weighted_sums.library_sums import assert_weighted_sums, rounding


@check(points=1)
@given(volume=volumes(), kernel=cubic_kernels())
def the_result_has_the_shape_of_the_volume(convolve3d, volume, kernel):
    """The result has as many planes, rows and columns as the volume."""
    assert_shape(convolve3d(volume, kernel), volume.shape, "It should have the volume's shape.")


@check(points=1)
@given(volume=volumes(DIGITS))
def the_identity_kernel_changes_nothing(convolve3d, volume):
    """A kernel that is 1 in the middle and 0 elsewhere gives the volume back."""
    kernel, rule = impulse((3, 3, 3)), "This kernel should give the volume back."
    assert_same_image(convolve3d(volume, kernel), volume, rounding(volume, kernel), rule)


@check(points=1)
@given(kernel=cubic_kernels(DIGITS))
def a_bright_voxel_gives_the_kernel(convolve3d, kernel):
    """Filtering a single bright voxel gives the kernel, flipped along each of its axes."""
    rule, volume = "A single bright voxel should give the flipped kernel.", impulse((3, 3, 3))
    assert_same_image(convolve3d(volume, kernel), np.flip(kernel), rounding(volume, kernel), rule)


@check(points=1)
@given(volume=volumes(DIGITS), kernel=kernels_of_ones((3, 1, 1), (5, 1, 1)))
def planes_before_and_behind_count(convolve3d, volume, kernel):
    """The neighbourhood reaches into the planes before and behind: here, a column of voxels."""
    rule = "Each voxel should be the sum of those in the planes before and behind it."
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel, rule)


@check(points=1)
@given(volume=volumes(DIGITS, largest=3), kernel=kernels_of_ones(*permutations((3, 3, 5))))
def a_kernel_need_not_be_a_cube(convolve3d, volume, kernel):
    """Kernels with different numbers of planes, rows and columns work too."""
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel)


@check(points=1)
@given(volume=volumes(DIGITS), kernel=kernels_of_ones((1, 1, 1), (1, 3, 3), (3, 1, 3), (3, 3, 1)))
def a_kernel_may_be_one_voxel_wide(convolve3d, volume, kernel):
    """Kernels of a single plane, row or column, or of a single voxel, work too."""
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel)
