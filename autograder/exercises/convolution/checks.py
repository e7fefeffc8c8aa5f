"""What `convolve2d` must do, one claim at a time.

A claim about one thing is tried where other mistakes do not show: a kernel of ones looks the same
when it is flipped, and a function that is compared with itself may treat the border as it likes.
"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from skimage.filters import gaussian

from autograder.compare import (
    assert_does_something,
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
    DIGITS,
    LAYOUTS,
    QUARTERS,
    arrays,
    images,
    impulse,
    kernels,
    kernels_of_ones,
    of_any_dtype,
    square_images,
)
from autograder.weighted_sums import RULE, assert_weighted_sums, rounding, weighted_sums

FUNCTIONS = {"convolve2d": ("image", "kernel")}
QUESTIONS = {"Why these greys?": 4, "What do the Sobel filters emphasise?": 6}
FORBIDDEN = WEIGHTED_SUMS
ORACLES = {"convolve2d": weighted_sums}

# Whoever returns zeros, or the image, has kept every promise that compares a result with another.
BUMPS = np.arange(25.0).reshape((5, 5)) ** 2
ONES = np.ones((3, 3))


@check(points=1)
@given(image=images(), kernel=kernels(sides=(3,)))
def the_result_has_the_shape_of_the_image(convolve2d, image, kernel):
    """The result has as many rows and columns as the image."""
    assert_shape(convolve2d(image, kernel), image.shape)


@check(points=1)
@given(image=images(values=DIGITS))
def the_identity_kernel_changes_nothing(convolve2d, image):
    """A kernel that is 1 in the middle and 0 elsewhere gives the image back."""
    kernel, rule = impulse((3, 3)), "This kernel should give the image back."
    assert_same_image(convolve2d(image, kernel), image, rounding(image, kernel), rule)


@check(points=2)
@given(kernel=kernels(values=DIGITS, sides=(3,)))
def a_bright_pixel_gives_the_kernel(convolve2d, kernel):
    """Filtering a single bright pixel gives the kernel, turned by half a turn."""
    image, turned = impulse((3, 3)), kernel[::-1, ::-1]
    rule = "A single bright pixel should give the kernel, turned by half a turn."
    assert_same_image(convolve2d(image, kernel), turned, rounding(image, kernel), rule)


@check(points=1)
@given(image=images(values=DIGITS), shift=st.tuples(*[st.integers(-1, 1)] * 2))
def a_shifted_one_shifts_the_image(convolve2d, image, shift):
    """A kernel with a single 1 off the middle shifts the image, and zeros come in."""
    kernel = np.roll(impulse((3, 3)), shift, axis=(0, 1))
    rule = "This kernel should shift the image and bring in zeros."
    assert_weighted_sums(convolve2d(image, kernel), image, kernel, rule)


@check(points=2)
@given(image=images(values=DIGITS), kernel=kernels_of_ones((3, 3)))
def pixels_beyond_the_border_count_as_zero(convolve2d, image, kernel):
    """At the border of the image, the neighbourhood is filled up with zeros."""
    rule = "Each pixel should be the sum of its neighbours, with zeros beyond the border."
    assert_weighted_sums(convolve2d(image, kernel), image, kernel, rule)


@check(points=2)
@given(image=images(values=DIGITS), kernel=kernels_of_ones((3, 5), (5, 3)))
def a_kernel_need_not_be_square(convolve2d, image, kernel):
    """Kernels with more rows than columns, or more columns than rows, work too."""
    assert_weighted_sums(convolve2d(image, kernel), image, kernel)


@check(points=1)
@given(image=images(values=DIGITS), kernel=kernels_of_ones((1, 1), (1, 3), (3, 1), (1, 5), (5, 1)))
def a_kernel_may_be_one_pixel_wide(convolve2d, image, kernel):
    """Kernels of a single row, a single column or a single pixel work too."""
    assert_weighted_sums(convolve2d(image, kernel), image, kernel)


@check(points=1)
@given(image=images(values=DIGITS, largest=5), kernel=kernels_of_ones((1, 1), (5, 5), (7, 7)))
def a_kernel_may_be_of_any_odd_size(convolve2d, image, kernel):
    """Kernels with 1, 5 or 7 rows and columns work as those with 3 do."""
    assert_weighted_sums(convolve2d(image, kernel), image, kernel)


@check(points=1)
@given(image=images(values=DIGITS, largest=3), kernel=kernels_of_ones((5, 5), (7, 7)))
def a_kernel_may_be_larger_than_the_image(convolve2d, image, kernel):
    """A kernel that reaches beyond the image on all sides works too."""
    assert_weighted_sums(convolve2d(image, kernel), image, kernel)


@check(points=1)
@given(image=square_images(), kernel=kernels(sides=(3,)), factor=st.sampled_from([-1, 2, 100]))
def a_brighter_image_gives_a_brighter_result(convolve2d, image, kernel, factor):
    """Multiplying the image by a number multiplies the result by that number."""
    assert_does_something(convolve2d, BUMPS, ONES)
    rule = f"{factor} times the image should give {factor} times the result."
    once, times = convolve2d(image, kernel), convolve2d(factor * image, kernel)
    assert_same_image(times, factor * once, 2 * rounding(factor * image, kernel), rule)


@check(points=1)
@given(image=square_images(values=DIGITS), kernels=arrays(st.just((2, 3, 3)), DIGITS))
def kernels_add_up(convolve2d, image, kernels):
    """Filtering with the sum of two kernels gives the sum of the two results."""
    assert_does_something(convolve2d, BUMPS, ONES)
    rule, total = "The sum of two kernels should give the sum of both results.", kernels.sum(0)
    expected = convolve2d(image, kernels[0]) + convolve2d(image, kernels[1])
    assert_same_image(convolve2d(image, total), expected, 2 * rounding(image, total), rule)


@check(points=2)
@given(image=square_images(values=BYTES), kernel=kernels(values=BYTES, sides=(3,)))
def bytes_do_not_wrap(convolve2d, image, kernel):
    """Bytes give what the same numbers give as floats: no product wraps round at 255."""
    assert_does_something(convolve2d, BUMPS, ONES)
    rule = "Bytes should give what the same numbers give as floats."
    as_floats = convolve2d(image.astype(float), kernel.astype(float))
    assert_same_image(convolve2d(image, kernel), as_floats, 2 * rounding(image, kernel), rule)


@check(points=1, examples=50)
@given(image=of_any_dtype(square_images), kernel=of_any_dtype(kernels, sides=(3,)))
def the_result_holds_floating_point_numbers(convolve2d, image, kernel):
    """The result is floating-point, also when the image or the kernel, or both, hold integers."""
    assert_floating(convolve2d(image, kernel))


@check(points=2, examples=75)
@given(image=of_any_dtype(images), kernel=of_any_dtype(kernels))
def matches_skimage(convolve2d, image, kernel):
    """The result is scikit-image's, for images and kernels of every shape and dtype."""
    assert_weighted_sums(convolve2d(image, kernel), image, kernel)


@check(points=1)
@given(image=square_images(values=QUARTERS), weight=st.sampled_from([1, -1, 0.5, -2.25, 300]))
def fractions_are_kept(convolve2d, image, weight):
    """Nothing is rounded, cut off or stretched: fractions and negative numbers stay."""
    framed, kernel = np.pad(image, 1), weight * impulse((3, 3))
    rule = f"Each pixel should be multiplied by {weight}, and no more."
    assert_same_image(convolve2d(framed, kernel), weight * framed, rounding(framed, kernel), rule)


@check(points=1)
@given(sigma=st.sampled_from([0.5, 1.0]), photograph=st.sampled_from([astronaut, sagittal_head]))
def blurs_a_real_image_as_skimage_does(convolve2d, sigma, photograph):
    """With a Gaussian kernel, a real image is blurred as skimage.filters.gaussian does it."""
    image, kernel = photograph()[::8, ::6].astype(float), gaussian_kernel(sigma)
    expected = gaussian(image, sigma, mode="constant", preserve_range=True)
    assert_same_image(convolve2d(image, kernel), expected, rounding(image, kernel), RULE)


@check(points=1, examples=15)
@given(image=square_images(smallest=2), kernel=kernels(sides=(3,)))
def memory_layout_makes_no_difference(convolve2d, image, kernel):
    """Images that lie in memory in another order, or may not be written to, work too."""
    assert_does_something(convolve2d, BUMPS, ONES)
    as_usual, within = convolve2d(image, kernel), 2 * rounding(image, kernel)
    for name, laid_out in LAYOUTS.items():
        rule = f"Another memory layout ({name}) should give the same result."
        assert_same_image(convolve2d(laid_out(image), laid_out(kernel)), as_usual, within, rule)


@check(points=1)
@given(image=square_images(), kernel=kernels(sides=(3,)))
def the_arguments_stay_as_they_are(convolve2d, image, kernel):
    """Neither the image nor the kernel is changed, and each result is a new array."""
    assert_does_something(convolve2d, BUMPS, ONES)
    assert_leaves_arguments_alone(convolve2d, image, kernel)


@check(points=1)
@given(image=square_images(smallest=12, largest=14), kernel=kernels(sides=(3,)))
def the_same_call_gives_the_same_result(convolve2d, image, kernel):
    """The result depends on the image and the kernel alone, not on what was called before."""
    assert_does_something(convolve2d, BUMPS, ONES)
    assert_repeatable(convolve2d, image, kernel, within=2 * rounding(image, kernel))


@check(points=1)
@given(image=square_images(), kernel=kernels(sides=(3,)))
def the_weighted_sum_is_your_own_work(convolve2d, image, kernel):
    """You add up the products: no library function for filtering or Fourier transforms does it."""
    assert_does_something(convolve2d, BUMPS, ONES)
    assert_own_work(convolve2d, image, kernel)
