"""Assertions name the rule, what was seen, and the first wrong pixel."""

import numpy as np
import pytest

from autograder.authoring.assertions import (
    assert_dtype,
    assert_everywhere,
    assert_floating,
    assert_same_image,
    assert_shape,
)
from autograder.authoring.calls import ObservedFunction
from autograder.authoring.conduct import assert_answers, assert_does_something
from autograder.authoring.failures import WrongResult
from autograder.judging.judged_function import JudgedFunction
from autograder.sandbox.student_function import in_process

IMAGE = np.arange(6.0).reshape(2, 3)


def test_equal_images_of_unlike_dtypes_are_the_same():
    assert_same_image(IMAGE.astype(np.uint8), IMAGE)


def test_a_difference_within_the_tolerance_counts_as_none():
    assert_same_image(IMAGE + 0.1, IMAGE, within=0.2)
    with pytest.raises(WrongResult):
        assert_same_image(IMAGE + 0.3, IMAGE, within=0.2)


def test_large_whole_numbers_are_compared_exactly():
    large = np.array([[2**62]])
    with pytest.raises(WrongResult):
        assert_same_image(large, large + 1)


def test_the_first_wrong_pixel_is_named():
    wrong = IMAGE.copy()
    wrong[1, 0] = 7.5
    with pytest.raises(WrongResult, match=r"At \[1, 0\] it is 7.5 instead of 3\.") as caught:
        assert_same_image(wrong, IMAGE)
    assert caught.value.where == (1, 0)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_what_is_no_number_is_wrong_even_if_expected(value):
    image = np.full((2, 3), value)
    with pytest.raises(WrongResult, match="should be a number"):
        assert_same_image(image, image)


def test_a_wrong_shape_is_named_before_any_value():
    with pytest.raises(WrongResult, match=r"shape \(3, 2\) instead of \(2, 3\)"):
        assert_same_image(IMAGE.T, IMAGE)
    assert_shape(IMAGE, (2, 3))


def test_dtypes_are_named():
    with pytest.raises(WrongResult, match="int64"):
        assert_floating(IMAGE.astype(np.int64))
    with pytest.raises(WrongResult, match="float64 instead of uint8"):
        assert_dtype(IMAGE, np.uint8)


def test_a_rule_that_fails_somewhere_is_named_with_both_values():
    seen = r"Too dark\. At \[0, 0\] it is 0, and the image is 1 there"
    with pytest.raises(WrongResult, match=seen):
        assert_everywhere(IMAGE > 0, "Too dark.", IMAGE, IMAGE + 1, "the image")


PATTERNS = {
    "a ramp": lambda image: 7 - np.arange(float(image.size)).reshape(image.shape),
    "no numbers": lambda image: np.full(image.shape, np.nan),
}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_what_goes_by_the_shape_alone_has_done_nothing(pattern):
    function = ObservedFunction(JudgedFunction(in_process("pattern", pattern)), [])
    function(np.zeros((1, 1)))
    with pytest.raises(WrongResult, match="the same array for another image"):
        assert_does_something(function, IMAGE)


def zeros_but_of(answered):
    """Return a function that is called often, and gives zeros for all images but some first."""
    function = JudgedFunction(
        in_process("f", lambda image: 2 * image if image.max() < answered else 0 * image)
    )
    observed = ObservedFunction(function, [])
    for number in range(20):
        observed(np.array([[number, number / 2]]))
    return observed


def test_zeros_are_an_answer_only_if_the_right_ones_are_zeros():
    image, known = np.array([[30.0, 7.0]]), 3  # those with a number below it, but 0
    assert_answers(zeros_but_of(known), np.zeros_like, image)
    with pytest.raises(WrongResult, match="the same number everywhere"):
        assert_answers(zeros_but_of(known), np.negative, image)


def test_zeros_now_and_then_are_no_reason_to_look_at_nothing_else():
    image = np.array([[30.0, 7.0]])
    assert_answers(zeros_but_of(8), np.negative, image)
