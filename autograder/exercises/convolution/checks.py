"""What `convolve2d` must do, one claim at a time: neighbourhoods first, then numbers and arrays.

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
    images,
    impulse,
    kernels,
    near,
    of_any_dtype,
    square_images,
)
from autograder.exercises.convolution import border_checks as border
from autograder.exercises.convolution import kernel_checks as on_kernels
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
from autograder.imaging.images import astronaut, sagittal_head
from autograder.imaging.kernels import gaussian_kernel

ORACLES = {"convolve2d": right_sums}

ONES = np.ones((3, 3))


def _every_nth_pixel(image):
    """Return an image made so small, about 11 by 14, that nested loops filter it soon."""
    rows, columns = image.shape
    return image[:: rows // 10, :: columns // 13].astype(float)


@check(points=0.5)
@given(
    image=square_images(smallest=2),
    kernel=kernels(sides=(3,)),
    factor=in_turn([-1, 2, 100, 1e-9]),
)
def a_brighter_image_gives_a_brighter_result(convolve2d, image, kernel, factor):
    """Multiplying the image by a number multiplies the result by that number."""
    assert_adds_up(convolve2d, image, kernel)
    rule = f"{factor} times the image should give {factor} times the result."
    once, times = convolve2d(image, kernel), convolve2d(factor * image, kernel)
    assert_same_image(times, factor * once, 2 * rounding(factor * image, kernel), rule)


@check(points=0.5, examples=15)
@given(image=square_images(values=DIGITS), kernels=arrays(st.just((2, 3, 3)), DIGITS))
def kernels_add_up(convolve2d, image, kernels):
    """Filtering with the sum of two kernels gives the sum of the two results."""
    assert_adds_up(convolve2d, image, kernels.sum(0))
    rule, total = "The sum of two kernels should give the sum of both results.", kernels.sum(0)
    expected = convolve2d(image, kernels[0]) + convolve2d(image, kernels[1])
    assert_same_image(convolve2d(image, total), expected, 2 * rounding(image, total), rule)


@check(points=1, examples=8)
@given(image=square_images(values=BYTES), kernel=kernels(values=BYTES, sides=(3,)))
def integers_do_not_wrap(convolve2d, image, kernel):
    """Integers give the same result as equal floats: no product wraps round."""
    assert_adds_up(convolve2d, image.astype(float), kernel.astype(float))
    for dtype, factor in LARGEST_FACTORS.items():
        large, weights = factor * image.astype(dtype), factor * kernel.astype(dtype)
        rule = f"{np.dtype(dtype)} should give the same result as equal floats."
        as_floats = convolve2d(large.astype(float), weights.astype(float))
        assert_sums(convolve2d(large, weights), as_floats, 2 * rounding(large, weights), rule)


@check(points=2, examples=30)
@given(image=of_any_dtype(square_images), kernel=of_any_dtype(kernels, sides=(1, 3)))
def the_result_holds_floating_point_numbers(convolve2d, image, kernel):
    """The result is floating-point, even if the image, the kernel or both hold integers."""
    assert_floating(convolve2d(image, kernel))


@check(points=2, examples=75, also=corners("image", "kernel", 2))
@given(image=of_any_dtype(images), kernel=of_any_dtype(kernels, sides=(1, 3, 5, 7)))
def matches_skimage(convolve2d, image, kernel):
    """The result equals scikit-image's, for images and kernels of every shape and dtype."""
    assert_weighted_sums(convolve2d(image, kernel), image, kernel)


@check(points=1)
@given(image=square_images(values=QUARTERS), weight=in_turn([1, -1, 0.5, -2.25, 300]))
def fractions_are_kept(convolve2d, image, weight):
    """Nothing is rounded, cut off or stretched: fractions and negative numbers stay."""
    framed, kernel = np.pad(image, 1), weight * impulse((3, 3))
    rule = f"Each pixel should be multiplied by {weight}, and no more."
    assert_same_image(convolve2d(framed, kernel), weight * framed, rounding(framed, kernel), rule)


@check(points=1, examples=4)
@given(sigma=near([0.5, 1.0, 1.0, 0.5]), photograph=in_turn([astronaut, sagittal_head]))
def blurs_a_real_image_as_skimage_does(convolve2d, sigma, photograph):
    """With a Gaussian kernel, a real image is blurred as by skimage.filters.gaussian."""
    image, kernel = _every_nth_pixel(photograph()), gaussian_kernel(sigma)
    expected = gaussian(image, sigma, mode="constant", preserve_range=True)
    assert_sums(convolve2d(image, kernel), expected, rounding(image, kernel))


@check(points=1, examples=6)
@given(image=square_images(smallest=2), kernel=kernels(sides=(3,)))
def memory_layout_makes_no_difference(convolve2d, image, kernel):
    """Images that are stored in another order in memory, or are read-only, work too."""
    assert_adds_up(convolve2d, image, kernel)
    assert_same_in_any_layout(convolve2d, image, kernel, within=2 * rounding(image, kernel))


@check(points=2, examples=1)
@given(image=square_images(values=SIGNS), kernel=kernels(values=SIGNS, sides=(3,)))
def the_arguments_stay_as_they_are(convolve2d, image, kernel):
    """Neither the image nor the kernel is changed, and each result is a new array."""
    assert_adds_up(convolve2d, image.astype(float), kernel.astype(float))
    for arguments in each_in_every_dtype(image, kernel):
        assert_leaves_arguments_alone(convolve2d, *arguments)
    assert_leaves_arguments_alone(convolve2d, image.astype(float), impulse((1, 1)))
    assert_unchanged(convolve2d.observe(ONES, np.ones((5, 5))))


@check(points=0.5, examples=3)
@given(
    image=square_images(smallest=8, largest=10),
    kernel=kernels(sides=(3,)),
    alike=ways_to_be_alike(),
)
def the_same_call_gives_the_same_result(convolve2d, image, kernel, alike):
    """The result depends on the image and the kernel alone, not on what was called before."""
    assert_adds_up(convolve2d, image, kernel)
    assert_repeatable(convolve2d, image, kernel, within=2 * rounding(image, kernel))
    assert_tells_arrays_apart(convolve2d, 2, alike)


@check(points=1, examples=10)
@given(image=square_images(), kernel=kernels(sides=(3,)))
def the_weighted_sum_is_your_own_work(convolve2d, image, kernel):
    """You add up the products yourself: no library filters, and no Fourier transform."""
    assert_adds_up(convolve2d, image, kernel)
    assert_own_work(convolve2d, image, kernel)


# In the order of the report.
CHECKS = (
    on_kernels.the_result_has_the_shape_of_the_image,
    on_kernels.the_identity_kernel_changes_nothing,
    on_kernels.a_bright_pixel_gives_the_kernel,
    border.a_shifted_one_shifts_the_image,
    border.pixels_beyond_the_border_count_as_zero,
    on_kernels.a_kernel_need_not_be_square,
    on_kernels.a_kernel_may_be_one_pixel_wide,
    on_kernels.a_kernel_may_be_of_any_odd_size,
    border.a_kernel_may_be_larger_than_the_image,
    a_brighter_image_gives_a_brighter_result,
    kernels_add_up,
    integers_do_not_wrap,
    the_result_holds_floating_point_numbers,
    matches_skimage,
    fractions_are_kept,
    blurs_a_real_image_as_skimage_does,
    memory_layout_makes_no_difference,
    the_arguments_stay_as_they_are,
    the_same_call_gives_the_same_result,
    the_weighted_sum_is_your_own_work,
)
