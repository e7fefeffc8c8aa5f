"""A sentence on a lost part of a kernel, or on lost grey values, comes before one on a pixel."""

import numpy as np
import pytest
from scipy import ndimage

from tests.judging.test_explaining import told


def last_product(image, kernel):
    padded = np.pad(image.astype(float), [(side // 2,) * 2 for side in kernel.shape])
    rows, columns = (side - 1 for side in kernel.shape)
    return kernel[-1, -1] * padded[rows:, columns:]


def over_all_weights(image, kernel):
    total = np.abs(kernel).sum() or 1
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="constant") / total


@pytest.mark.parametrize(
    ("check", "function", "words"),
    [
        ("the_identity_kernel_changes_nothing", last_product, "add them up, with +="),
        ("pixels_beyond_the_border_count_as_zero", over_all_weights, "Use the weights as they are"),
    ],
)
def test_what_is_lost_of_a_kernel_is_told_before_the_sum_at_a_pixel(check, function, words):
    ((_, hint),) = told("convolution", (check,), convolve2d=function).values()
    assert words in hint


def mean_of_nine(image, footprint):
    return ndimage.uniform_filter(image.astype(float), 3).astype(image.dtype)


def test_a_mean_is_not_taken_for_a_grey_value_that_was_rounded():
    found = told("tophat", ("every_grey_value_is_kept",), opening=mean_of_nine)
    assert "almost" not in str(found)
