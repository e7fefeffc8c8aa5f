"""What `convolve3d` must do at the border, where the neighbourhood is filled up with zeros."""

from itertools import product

import numpy as np
from hypothesis import given

from autograder.authoring.check import check
from autograder.authoring.strata import in_turn
from autograder.authoring.strategies import BYTES, INTEGERS, SHORTS, impulse, kernels_of
from autograder.exercises.convolution3d.kernel_checks import the_identity_kernel_changes_nothing
from autograder.exercises.convolution3d.volumes import volumes
from autograder.exercises.weighted_sums.library_sums import assert_weighted_sums


@check(points=0.5)
@given(volume=volumes(BYTES, smallest=2), shift=in_turn(product((-1, 0, 1), repeat=3)))
def a_shifted_one_shifts_the_volume(convolve3d, volume, shift):
    """A kernel with a single 1 off the middle shifts the volume, and zeros fill the gap."""
    kernel = np.roll(impulse((3, 3, 3)), shift, axis=(0, 1, 2))
    rule = "This kernel should shift the volume and bring in zeros."
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel, rule)


@check(points=0.5, examples_of=the_identity_kernel_changes_nothing)
def voxels_beyond_the_border_count_as_zero(convolve3d, volume):
    """On all six sides of the volume, the neighbourhood is filled up with zeros."""
    kernel = np.ones((3, 3, 3))
    rule = "Each voxel should be the sum of its neighbours, with zeros beyond the border."
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel, rule)


@check(points=1)
@given(
    volume=volumes(SHORTS, largest=3),
    kernel=kernels_of((5, 5, 7), (7, 1, 5), (5, 7, 1), values=INTEGERS),
)
def a_kernel_may_be_larger_than_the_volume(convolve3d, volume, kernel):
    """A kernel that reaches beyond the volume on all sides works too."""
    assert_weighted_sums(convolve3d(volume, kernel), volume, kernel)
