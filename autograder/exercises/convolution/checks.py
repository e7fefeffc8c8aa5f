"""What `convolve2d` must do, one claim at a time."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from skimage.filters import correlate_sparse, gaussian

from autograder.compare import (
    assert_floating,
    assert_leaves_arguments_alone,
    assert_own_work,
    assert_repeatable,
    assert_same_image,
    assert_shape,
)
from autograder.exercise import check
from autograder.forbidden import WEIGHTED_SUMS
from autograder.images import astronaut, sagittal_head
from autograder.kernels import gaussian_kernel
from autograder.strategies import (
    BYTES,
    QUARTERS,
    images,
    impulse,
    kernels,
    laid_out,
    layouts,
    of_any_dtype,
)

FUNCTIONS = {"convolve2d": ("image", "kernel")}
FORBIDDEN = WEIGHTED_SUMS


def weighted_sums(image, kernel):
    """Return the right answer: scikit-image's weighted sums, with zeros beyond the border."""
    return correlate_sparse(image.astype(float), kernel.astype(float), mode="constant")


def rounding(image, kernel):
    """Return the difference that counts as none: float32 arithmetic passes, float16 does not."""
    return 1e-6 * np.abs(image.astype(float)).max() * np.abs(kernel.astype(float)).sum()


def assert_weighted_sums(actual, image, kernel, rule):
    """Compare with the right answer, up to rounding."""
    expected = weighted_sums(image, kernel)
    assert_same_image(actual, expected, within=rounding(image, kernel), rule=rule)


@check(points=2)
@given(image=images(), kernel=kernels())
def the_result_has_the_shape_of_the_image(convolve2d, image, kernel):
    """The result has the image's shape, whatever the shape of the kernel."""
    assert_shape(convolve2d(image, kernel), image.shape)


@check(points=2)
@given(image=images())
def the_identity_kernel_changes_nothing(convolve2d, image):
    """A kernel that is 1 in the middle and 0 elsewhere gives the image back."""
    rule = "This kernel should give the image back."
    assert_same_image(convolve2d(image, impulse((3, 3))), image, rule=rule)


@check(points=3)
@given(kernel=kernels())
def a_bright_pixel_gives_the_kernel(convolve2d, kernel):
    """Filtering a single bright pixel gives the kernel, turned by half a turn."""
    rule = "A single bright pixel should give the kernel, turned by half a turn."
    assert_same_image(convolve2d(impulse(kernel.shape), kernel), kernel[::-1, ::-1], rule=rule)


@check(points=2)
@given(image=images(), row=st.integers(0, 2), column=st.integers(0, 4))
def a_shifted_one_shifts_the_image(convolve2d, image, row, column):
    """A kernel with a single 1 off the middle shifts the image, and zeros come in."""
    kernel = np.zeros((3, 5))
    kernel[row, column] = 1
    rule = "This kernel should shift the image and bring in zeros."
    assert_weighted_sums(convolve2d(image, kernel), image, kernel, rule)


@check(points=1)
@given(image=images(), kernel=kernels(sides=(1, 3)).filter(lambda kernel: 1 in kernel.shape))
def a_kernel_may_be_one_pixel_wide(convolve2d, image, kernel):
    """Kernels of a single row, a single column or a single pixel work too."""
    rule = "A kernel with a side of 1 should work like any other."
    assert_weighted_sums(convolve2d(image, kernel), image, kernel, rule)


@check(points=1)
@given(image=images(largest=3), kernel=kernels(sides=(3, 5, 7)))
def a_kernel_may_be_larger_than_the_image(convolve2d, image, kernel):
    """A kernel that reaches beyond the image on both sides works too."""
    rule = "A kernel larger than the image should work like any other."
    assert_weighted_sums(convolve2d(image, kernel), image, kernel, rule)


@check(points=1)
@given(image=images(), kernel=kernels(), factor=st.sampled_from([-1, 2, 100]))
def a_brighter_image_gives_a_brighter_result(convolve2d, image, kernel, factor):
    """Multiplying the image by a number multiplies the result by that number."""
    rule = f"{factor} times the image should give {factor} times the result."
    once, times = convolve2d(image, kernel), convolve2d(factor * image, kernel)
    assert_same_image(times, factor * once, within=rounding(factor * image, kernel), rule=rule)


@check(points=1)
@given(image=images(), kernels=st.tuples(*[kernels(sides=(3,))] * 2))
def kernels_add_up(convolve2d, image, kernels):
    """Filtering with the sum of two kernels gives the sum of the two results."""
    one, other = kernels
    rule = "The sum of two kernels should give the sum of their results."
    total = convolve2d(image, one) + convolve2d(image, other)
    within = rounding(image, np.abs(one) + np.abs(other))
    assert_same_image(convolve2d(image, one + other), total, within=within, rule=rule)


@check(points=2)
@given(image=images(values=BYTES, largest=4), kernel=kernels(values=BYTES, sides=(1, 3)))
def bytes_do_not_wrap(convolve2d, image, kernel):
    """Bytes are turned into floating-point numbers first, so that no product wraps at 255."""
    rule = "Products and sums of bytes should not wrap round at 255."
    assert_weighted_sums(convolve2d(image, kernel), image, kernel, rule)


@check(points=2)
@given(image=of_any_dtype(images, largest=4), kernel=of_any_dtype(kernels, sides=(1, 3)))
def the_result_holds_floating_point_numbers(convolve2d, image, kernel):
    """The result is floating-point, also when the image or the kernel, or both, hold integers."""
    assert_floating(convolve2d(image, kernel))


@check(points=2, examples=50)
@given(image=of_any_dtype(images), kernel=of_any_dtype(kernels))
def matches_skimage(convolve2d, image, kernel):
    """The result is scikit-image's, for images and kernels of every shape and dtype."""
    rule = "The result should be the weighted sum over each neighbourhood."
    assert_weighted_sums(convolve2d(image, kernel), image, kernel, rule)


@check(points=1)
@given(image=images(values=QUARTERS), kernel=kernels(values=QUARTERS))
def fractions_are_kept(convolve2d, image, kernel):
    """Nothing is rounded, cut off or stretched: fractions and negative numbers stay."""
    rule = "Fractions and negative numbers should stay as they are."
    assert_weighted_sums(convolve2d(image, kernel), image, kernel, rule)


@check(points=1)
@given(sigma=st.sampled_from([0.5, 1.0]), photograph=st.sampled_from([astronaut, sagittal_head]))
def blurs_a_real_image_as_skimage_does(convolve2d, sigma, photograph):
    """With a Gaussian kernel, a real image is blurred as skimage.filters.gaussian does it."""
    image, kernel = photograph()[::8, ::6].astype(float), gaussian_kernel(sigma)
    expected = gaussian(image, sigma, mode="constant", preserve_range=True)
    rule = "The blurred image should be that of skimage.filters.gaussian."
    assert_same_image(convolve2d(image, kernel), expected, rounding(image, kernel), rule)


@check(points=1)
@given(image=images(), kernel=kernels(), layout=layouts())
def memory_layout_makes_no_difference(convolve2d, image, kernel, layout):
    """Images that lie in memory in another order, or may not be written to, work too."""
    rule = f"An image that lies in memory otherwise ({layout}) should give the same result."
    result = convolve2d(laid_out(image, layout), laid_out(kernel, layout))
    assert_same_image(result, convolve2d(image, kernel), rounding(image, kernel), rule)


@check(points=1)
@given(image=images(), kernel=kernels())
def the_arguments_stay_as_they_are(convolve2d, image, kernel):
    """Neither the image nor the kernel is changed, and the result is a new array."""
    assert_leaves_arguments_alone(convolve2d, image, kernel)


@check(points=1)
@given(image=images(smallest=12, largest=20), kernel=kernels(sides=(3, 5)))
def the_same_call_gives_the_same_result(convolve2d, image, kernel):
    """The result depends on the image and the kernel alone, not on what was called before."""
    assert_repeatable(convolve2d, image, kernel)


@check(points=1)
@given(image=images(), kernel=kernels())
def the_weighted_sum_is_your_own_work(convolve2d, image, kernel):
    """The sum is written by you: no library function for filtering or Fourier transforms does it."""
    assert_own_work(convolve2d, image, kernel)
