"""What `convolve2d` must do at the border, where the neighbourhood is filled up with zeros."""

from itertools import product

import numpy as np
from hypothesis import given

from autograder.authoring.check import check
from autograder.authoring.strata import in_turn
from autograder.authoring.strategies import BYTES, INTEGERS, SHORTS, images, impulse, kernels_of
from autograder.exercises.convolution.kernel_checks import the_identity_kernel_changes_nothing
from autograder.exercises.weighted_sums.library_sums import assert_weighted_sums


@check(points=1)
@given(image=images(values=BYTES, smallest=2), shift=in_turn(product((-1, 0, 1), repeat=2)))
def a_shifted_one_shifts_the_image(convolve2d, image, shift):
    """A kernel with a single 1 off the middle shifts the image, and zeros fill the gap."""
    kernel = np.roll(impulse((3, 3)), shift, axis=(0, 1))
    rule = "This kernel should shift the image and bring in zeros."
    assert_weighted_sums(convolve2d(image, kernel), image, kernel, rule)


@check(points=1, examples_of=the_identity_kernel_changes_nothing)
def pixels_beyond_the_border_count_as_zero(convolve2d, image):
    """At the border of the image, the neighbourhood is filled up with zeros."""
    kernel = np.ones((3, 3))
    rule = "Each pixel should be the sum of its neighbours, with zeros beyond the border."
    assert_weighted_sums(convolve2d(image, kernel), image, kernel, rule)


@check(points=1)
@given(
    image=images(values=SHORTS, largest=3),
    kernel=kernels_of((5, 7), (7, 7), (7, 5), values=INTEGERS),
)
def a_kernel_may_be_larger_than_the_image(convolve2d, image, kernel):
    """A kernel that reaches beyond the image on all sides works too."""
    assert_weighted_sums(convolve2d(image, kernel), image, kernel)
