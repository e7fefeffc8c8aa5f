"""What `convolve3d` must do, one claim at a time: neighbourhoods first, then numbers and arrays.

A claim about one thing is tried where other mistakes do not show: a function that is compared with
itself may treat the border as it likes.
"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from skimage.filters import gaussian

from autograder.authoring.assertions import assert_floating, assert_same_image
from autograder.authoring.check import check
from autograder.authoring.conduct import (
    assert_leaves_arguments_alone,
    assert_own_work,
    assert_repeatable,
    assert_same_in_any_layout,
    assert_unchanged,
)
from autograder.authoring.strata import in_turn
from autograder.authoring.strategies import (
    BYTES,
    DIGITS,
    LARGEST_FACTORS,
    QUARTERS,
    arrays,
    impulse,
    kernels,
    near,
    of_any_dtype,
)
from autograder.exercises.convolution3d import axis_checks
from autograder.exercises.convolution3d import border_checks as border
from autograder.exercises.convolution3d import kernel_checks as on_kernels
from autograder.exercises.convolution3d.volumes import cubes, cubic_kernels, kernels_3d, volumes
from autograder.exercises.weighted_sums.corners import SIGNS, corners, each_in_every_dtype
from autograder.exercises.weighted_sums.library_sums import (
    assert_adds_up,
    assert_sums,
    assert_weighted_sums,
    right_sums,
    rounding,
)
from autograder.exercises.weighted_sums.telling_apart import (
    assert_tells_arrays_apart,
    ways_to_be_alike,
)
from autograder.imaging.images import b0_head
from autograder.imaging.kernels import gaussian_kernel

ORACLES = {"convolve3d": right_sums}

ONES = np.ones((3, 3, 3))


@check(points=0.5)
@given(volume=cubes(smallest=2), kernel=cubic_kernels(), factor=in_turn([-1, 2, 100, 1e-9]))
def a_brighter_volume_gives_a_brighter_result(convolve3d, volume, kernel, factor):
    """Multiplying the volume by a number multiplies the result by that number."""
    assert_adds_up(convolve3d, volume, kernel)
    rule = f"{factor} times the volume should give {factor} times the result."
    once, times = convolve3d(volume, kernel), convolve3d(factor * volume, kernel)
    assert_same_image(times, factor * once, 2 * rounding(factor * volume, kernel), rule)


@check(points=0.5, examples=15)
@given(volume=cubes(DIGITS), kernels=arrays(st.just((2, 3, 3, 3)), DIGITS))
def kernels_add_up(convolve3d, volume, kernels):
    """Filtering with the sum of two kernels gives the sum of the two results."""
    assert_adds_up(convolve3d, volume, kernels.sum(0))
    rule, total = "The sum of two kernels should give the sum of both results.", kernels.sum(0)
    expected = convolve3d(volume, kernels[0]) + convolve3d(volume, kernels[1])
    assert_same_image(convolve3d(volume, total), expected, 2 * rounding(volume, total), rule)


@check(points=0.5, examples=8)
@given(volume=cubes(BYTES), kernel=cubic_kernels(BYTES))
def integers_do_not_wrap(convolve3d, volume, kernel):
    """Integers give the same result as equal floats: no product wraps round."""
    assert_adds_up(convolve3d, volume.astype(float), kernel.astype(float))
    for dtype, factor in LARGEST_FACTORS.items():
        large, weights = factor * volume.astype(dtype), factor * kernel.astype(dtype)
        rule = f"{np.dtype(dtype)} should give the same result as equal floats."
        as_floats = convolve3d(large.astype(float), weights.astype(float))
        assert_sums(convolve3d(large, weights), as_floats, 2 * rounding(large, weights), rule)


@check(points=1, examples=30)
@given(volume=of_any_dtype(cubes), kernel=of_any_dtype(kernels, ndim=3, sides=(1, 3)))
def the_result_holds_floating_point_numbers(convolve3d, volume, kernel):
    """The result is floating-point, even if the volume, the kernel or both hold integers."""
    assert_floating(convolve3d(volume, kernel))


@check(points=1.5, examples=75, also=corners("volume", "kernel", 3))
@given(volume=of_any_dtype(volumes), kernel=of_any_dtype(kernels_3d))
def matches_skimage(convolve3d, volume, kernel):
    """The result equals scikit-image's, for volumes and kernels of every shape and dtype."""
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel)


@check(points=0.5)
@given(volume=cubes(QUARTERS), weight=in_turn([1, -1, 0.5, -2.25, 300]))
def fractions_are_kept(convolve3d, volume, weight):
    """Nothing is rounded, cut off or stretched: fractions and negative numbers stay."""
    framed, kernel = np.pad(volume, 1), weight * impulse((3, 3, 3))
    rule = f"Each voxel should be multiplied by {weight}, and no more."
    assert_same_image(convolve3d(framed, kernel), weight * framed, rounding(framed, kernel), rule)


@check(points=1, examples=3)
@given(sigma=near([0.5, (0.4, 0.5, 0.5)]), start=in_turn(range(4)))
def blurs_a_real_volume_as_skimage_does(convolve3d, sigma, start):
    """With a Gaussian kernel, a real head is blurred as by skimage.filters.gaussian."""
    volume, kernel = b0_head()[start::4, ::10, ::9].astype(float), gaussian_kernel(sigma, ndim=3)
    expected = gaussian(volume, sigma, mode="constant", preserve_range=True)
    assert_sums(convolve3d(volume, kernel), expected, rounding(volume, kernel))


@check(points=1, examples=6)
@given(volume=cubes(smallest=2), kernel=cubic_kernels())
def memory_layout_makes_no_difference(convolve3d, volume, kernel):
    """Volumes that are stored in another order in memory, or are read-only, work too."""
    assert_adds_up(convolve3d, volume, kernel)
    assert_same_in_any_layout(convolve3d, volume, kernel, within=2 * rounding(volume, kernel))


@check(points=1.5, examples=1)
@given(volume=cubes(SIGNS, largest=2), kernel=cubic_kernels(SIGNS))
def the_arguments_stay_as_they_are(convolve3d, volume, kernel):
    """Neither the volume nor the kernel is changed, and each result is a new array."""
    assert_adds_up(convolve3d, volume.astype(float), kernel.astype(float))
    for arguments in each_in_every_dtype(volume, kernel):
        assert_leaves_arguments_alone(convolve3d, *arguments)
    assert_leaves_arguments_alone(convolve3d, volume.astype(float), impulse((1, 1, 1)))
    assert_unchanged(convolve3d.observe(ONES, np.ones((5, 5, 5))))


@check(points=0.5, examples=3)
@given(volume=cubes(smallest=5, largest=5), kernel=cubic_kernels(), alike=ways_to_be_alike())
def the_same_call_gives_the_same_result(convolve3d, volume, kernel, alike):
    """The result depends on the volume and the kernel alone, not on what was called before."""
    assert_adds_up(convolve3d, volume, kernel)
    assert_repeatable(convolve3d, volume, kernel, within=2 * rounding(volume, kernel))
    assert_tells_arrays_apart(convolve3d, 3, alike)


@check(points=0.5, examples=10)
@given(volume=cubes(), kernel=cubic_kernels())
def the_weighted_sum_is_your_own_work(convolve3d, volume, kernel):
    """You add up the products yourself: no library filters, and no Fourier transform."""
    assert_adds_up(convolve3d, volume, kernel)
    assert_own_work(convolve3d, volume, kernel)


# In the order of the report.
CHECKS = (
    on_kernels.the_result_has_the_shape_of_the_volume,
    on_kernels.the_identity_kernel_changes_nothing,
    on_kernels.a_bright_voxel_gives_the_kernel,
    border.a_shifted_one_shifts_the_volume,
    on_kernels.planes_before_and_behind_count,
    border.voxels_beyond_the_border_count_as_zero,
    on_kernels.a_kernel_need_not_be_a_cube,
    on_kernels.a_kernel_may_be_one_plane_thick,
    on_kernels.a_plane_of_the_kernel_need_not_be_square,
    on_kernels.a_kernel_may_be_one_voxel_wide,
    border.a_kernel_may_be_larger_than_the_volume,
    a_brighter_volume_gives_a_brighter_result,
    kernels_add_up,
    integers_do_not_wrap,
    the_result_holds_floating_point_numbers,
    matches_skimage,
    fractions_are_kept,
    blurs_a_real_volume_as_skimage_does,
    memory_layout_makes_no_difference,
    the_arguments_stay_as_they_are,
    the_same_call_gives_the_same_result,
    the_weighted_sum_is_your_own_work,
    *axis_checks.CHECKS,
)
