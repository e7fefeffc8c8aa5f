"""What `convolve3d` must do with the kernel, and with kernels of any sides, one claim at a time.

Each claim is tried on numbers of a dtype or two, and on all of them together each dtype is: what
goes wrong with one dtype costs the claims that are tried on it, and not all.
"""

from itertools import permutations

import numpy as np
from hypothesis import given

from autograder.authoring.assertions import assert_shape
from autograder.authoring.check import check
from autograder.authoring.strata import in_turn
from autograder.authoring.strategies import (
    BYTES,
    INTEGERS,
    QUARTERS,
    SHORTS,
    WHOLE_NUMBERS,
    impulse,
    kernels_of,
)
from autograder.exercises.convolution3d.volumes import cubic_kernels, kernels_3d, volumes
from autograder.exercises.weighted_sums.library_sums import (
    assert_sums,
    assert_weighted_sums,
    rounding,
)


@check(points=1)
@given(volume=volumes(), kernel=kernels_3d())
def the_result_has_the_shape_of_the_volume(convolve3d, volume, kernel):
    """The result has as many planes, rows and columns as the volume."""
    rule = "The result should have the volume's shape."
    assert_shape(convolve3d(volume, kernel), volume.shape, rule)


@check(points=0.5)
@given(volume=volumes(INTEGERS))
def the_identity_kernel_changes_nothing(convolve3d, volume):
    """A kernel that is 1 in the middle and 0 elsewhere gives the volume back."""
    kernel, rule = impulse((3, 3, 3)), "This kernel should give the volume back."
    assert_sums(convolve3d(volume, kernel), volume, rounding(volume, kernel), rule)


@check(points=0.5)
@given(kernel=cubic_kernels())
def a_bright_voxel_gives_the_kernel(convolve3d, kernel):
    """Filtering a single bright voxel gives the kernel, flipped along each of its axes."""
    volume = impulse((3, 3, 3))
    rule = "A single bright voxel should give the kernel, flipped along each of its axes."
    assert_sums(convolve3d(volume, kernel), np.flip(kernel), rounding(volume, kernel), rule)


@check(points=0.5)
@given(volume=volumes(SHORTS, smallest=2), kernel=kernels_of((3, 1, 1), (5, 1, 1)))
def planes_before_and_behind_count(convolve3d, volume, kernel):
    """The neighbourhood reaches into the planes before and behind: here, a column of voxels."""
    rule = "Each voxel should be the weighted sum of those in the planes before and behind it."
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel, rule)


@check(points=1)
@given(
    volume=volumes(BYTES, smallest=2, largest=3),
    kernel=kernels_of(*permutations((3, 3, 5)), values=INTEGERS),
)
def a_kernel_need_not_be_a_cube(convolve3d, volume, kernel):
    """Kernels with different numbers of planes, rows and columns work too."""
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel)


@check(points=2.5, examples=8)
@given(
    volume=volumes(in_turn((WHOLE_NUMBERS, SHORTS)), smallest=2),
    kernel=kernels_of((1, 3, 3), (1, 5, 5)),
)
def a_kernel_may_be_one_plane_thick(convolve3d, volume, kernel):
    """A kernel of a single plane works on each plane of the volume by itself."""
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel)


@check(points=2.5, examples=8)
@given(volume=volumes(BYTES), kernel=kernels_of((1, 3, 5), (1, 5, 3), values=INTEGERS))
def a_plane_of_the_kernel_need_not_be_square(convolve3d, volume, kernel):
    """A kernel of a single plane may have more rows than columns, or more columns than rows."""
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel)


@check(points=0.5)
@given(
    volume=volumes(in_turn((QUARTERS.astype(np.float32), INTEGERS))),
    kernel=kernels_of((1, 1, 1), (3, 1, 3), (3, 3, 1)),
)
def a_kernel_may_be_one_voxel_wide(convolve3d, volume, kernel):
    """Kernels of a single row or column, or of a single voxel, work too."""
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel)
