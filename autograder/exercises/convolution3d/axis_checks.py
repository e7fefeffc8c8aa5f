"""What `convolve_axis_by_axis` must do; nobody has to write it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from autograder.authoring.assertions import assert_same_image
from autograder.authoring.check import check
from autograder.authoring.conduct import (
    assert_answers,
    assert_does_something,
    assert_leaves_arguments_alone,
    assert_own_work,
)
from autograder.authoring.strata import in_turn
from autograder.authoring.strategies import DIGITS, arrays, impulse, of_any_dtype
from autograder.exercises.convolution3d.volumes import volumes
from autograder.exercises.weighted_sums.library_sums import right_sums, rounding

# No two of them are alike after a flip, and each reaches farther to one side.
WEIGHTS = tuple(map(np.array, ([1.0, 2.0, 4.0], [3.0, 5.0, 0.0, 1.0, 2.0], [2.0], [1.0])))
# float32 holds these, and float16 none of them.
SINGLE = np.array([1 / 3, -1 / 7, 2049.5], np.float32)
BUMPS = np.arange(60.0).reshape(3, 4, 5) ** 2


def _whole_kernel(weights):
    """Return the kernel that the weights make along all three axes."""
    along = weights.astype(float)
    return np.multiply.outer(np.multiply.outer(along, along), along)


def _right(volume, weights):
    """Return the sums of the kernel that the weights make along all three axes."""
    return right_sums(volume, _whole_kernel(weights))


def _assert_as_whole_kernel(function, volume, weights, rule):
    """Compare with the kernel that the weights make along all three axes."""
    kernel = _whole_kernel(weights)
    within = rounding(volume, kernel)
    assert_same_image(function(volume, weights), right_sums(volume, kernel), within, rule)


def _rising_weights():
    """Weights that no flip leaves as they are."""
    return arrays(in_turn([(3,), (5,)]), DIGITS[1:]).map(np.cumsum)


@check(points=0, examples=2)
@given(weights=_rising_weights())
def a_bright_voxel_spreads_along_all_axes(convolve_axis_by_axis, weights):
    """A single bright voxel spreads along planes, rows and columns, by the same weights."""
    rule = "A single bright voxel should give the products of the weights of all three axes."
    volume = impulse((len(weights),) * 3)
    _assert_as_whole_kernel(convolve_axis_by_axis, volume, weights, rule)


@check(
    points=0,
    examples=13,
    also=[
        {"volume": arrays(st.just((2, 3, 4)), SINGLE), "weights": st.just(WEIGHTS[0])},
        {"volume": volumes(), "weights": st.just(SINGLE)},
    ],
)
@given(volume=of_any_dtype(volumes), weights=in_turn(WEIGHTS))
def three_short_kernels_do_the_work_of_one(convolve_axis_by_axis, volume, weights):
    """The result is a new array that equals the whole kernel's, with zeros beyond the border."""
    rule = (
        "Three short kernels should give the same result as the whole kernel, also at the border."
    )
    for each in (volume, np.asfortranarray(volume[::-1])):
        _assert_as_whole_kernel(convolve_axis_by_axis, each, weights, rule)
    assert_leaves_arguments_alone(convolve_axis_by_axis, volume, weights)


@check(points=0, examples=3)
@given(volume=volumes(), weights=in_turn(WEIGHTS))
def short_kernels_are_your_own_work(convolve_axis_by_axis, volume, weights):
    """You add up the products along each axis yourself, without a library function."""
    assert_does_something(convolve_axis_by_axis, BUMPS, WEIGHTS[0])
    assert_answers(convolve_axis_by_axis, _right, volume, weights)
    assert_own_work(convolve_axis_by_axis, volume, weights)


CHECKS = (
    a_bright_voxel_spreads_along_all_axes,
    three_short_kernels_do_the_work_of_one,
    short_kernels_are_your_own_work,
)
