"""What `convolve2d` must do with the kernel, and with kernels of any sides, one claim at a time.

Each claim is tried on numbers of a dtype or two, and on all of them together each dtype is: what
goes wrong with one dtype costs the claims that are tried on it, and not all.
"""

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
    images,
    impulse,
    kernels,
    kernels_of,
)
from autograder.exercises.weighted_sums.library_sums import (
    assert_sums,
    assert_weighted_sums,
    rounding,
)


@check(points=1.5)
@given(image=images(), kernel=kernels())
def the_result_has_the_shape_of_the_image(convolve2d, image, kernel):
    """The result has as many rows and columns as the image."""
    assert_shape(convolve2d(image, kernel), image.shape)


@check(points=1)
@given(image=images(values=INTEGERS))
def the_identity_kernel_changes_nothing(convolve2d, image):
    """A kernel that is 1 in the middle and 0 elsewhere gives the image back."""
    kernel, rule = impulse((3, 3)), "This kernel should give the image back."
    assert_sums(convolve2d(image, kernel), image, rounding(image, kernel), rule)


@check(points=2)
@given(kernel=kernels(sides=(3,)))
def a_bright_pixel_gives_the_kernel(convolve2d, kernel):
    """Filtering a single bright pixel gives the kernel, turned by half a turn."""
    image, turned = impulse((3, 3)), kernel[::-1, ::-1]
    rule = "A single bright pixel should give the kernel, turned by half a turn."
    assert_sums(convolve2d(image, kernel), turned, rounding(image, kernel), rule)


@check(points=2)
@given(
    image=images(values=BYTES, smallest=2),
    kernel=kernels_of((3, 5), (5, 3), values=INTEGERS),
)
def a_kernel_need_not_be_square(convolve2d, image, kernel):
    """Kernels with more rows than columns, or more columns than rows, work too."""
    assert_weighted_sums(convolve2d(image, kernel), image, kernel)


@check(points=1)
@given(
    image=images(values=in_turn((QUARTERS.astype(np.float32), INTEGERS))),
    kernel=kernels_of((1, 1), (1, 3), (3, 1), (1, 5), (5, 1)),
)
def a_kernel_may_be_one_pixel_wide(convolve2d, image, kernel):
    """Kernels of a single row, a single column or a single pixel work too."""
    assert_weighted_sums(convolve2d(image, kernel), image, kernel)


@check(points=2)
@given(
    image=images(values=SHORTS, smallest=3, largest=6),
    kernel=kernels_of((5, 5), (7, 7), (13, 13), values=INTEGERS),
)
def a_kernel_may_be_of_any_odd_size(convolve2d, image, kernel):
    """Kernels with 5, 7 or 13 rows and columns work as those with 3 do."""
    assert_weighted_sums(convolve2d(image, kernel), image, kernel)
