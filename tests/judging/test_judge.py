"""A check's verdict: passed, or the smallest failure, with the words that a student reads."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.authoring.assertions import assert_same_image
from autograder.authoring.check import check
from autograder.authoring.exercise import Exercise
from autograder.authoring.strategies import images
from autograder.judging.judge import judge, judge_check
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.sandbox.student_function import in_process


@check(points=3)
@given(image=images())
def doubles_every_pixel(double, image):
    """Every pixel is doubled."""
    assert_same_image(double(image), 2 * image, rule="Every pixel should be doubled.")


@check(points=1)
@given(number=st.integers())
def cannot_be_run(double, number):
    """The check itself is broken."""
    raise ZeroDivisionError(number)


@check(points=1)
@given(image=images())
def uses_the_result(double, image):
    """The result can be added to the image."""
    double(image) + np.zeros((99, 99))


DOUBLING = Exercise(
    "doubling",
    "Doubling",
    {"double": ("image",)},
    checks=(doubles_every_pixel, cannot_be_run, uses_the_result),
    oracles={"double": lambda image: 2 * image},
)


@check(points=1)
@given(image=images())
def doubles_again(double, image):
    """Every pixel is doubled, as was said."""
    assert_same_image(double(image), 2 * image)


@check(points=1, examples=5)
@given(image=images(smallest=4, largest=4))
def has_large_images(double, image):
    """Every pixel is doubled, and no image is small."""
    assert_same_image(double(image), 2 * image)


def verdict(function, check=doubles_every_pixel):
    functions = judged({"double": in_process("double", function)})
    return judge_check(check, functions, Session(0), DOUBLING)


def test_a_right_function_passes():
    outcome = verdict(lambda image: 2 * image)
    assert (outcome.status, outcome.points, outcome.message) == ("passed", 3, "")


def test_a_wrong_function_fails_on_a_small_image_with_one_pixel_that_matters():
    outcome = verdict(lambda image: np.where(image > 4, image, 2 * image))
    assert (outcome.status, outcome.points) == ("failed", 0)
    image = np.array(outcome.counterexample.arguments["image"])
    assert np.count_nonzero(image) == 1
    assert image.size <= 3
    assert image[tuple(outcome.counterexample.where)] > 4
    assert outcome.counterexample.call == f"double(np.array({image.tolist()}))"


def test_the_message_holds_rule_place_picture_and_call():
    outcome = verdict(lambda image: image + 1)
    assert outcome.message == (
        "Every pixel should be doubled. At [0, 0] it is 1 instead of 0.\n"
        "\n"
        "image\n"
        " 0\n"
        "\n"
        "expected   yours   difference\n"
        "<0>        <1>     <1>\n"
        "\n"
        "To try it: double(np.array([[0.0]]))\n"
        f"To run it again: autograder replay {outcome.counterexample.token} FILE"
    )


@pytest.mark.parametrize(
    ("function", "status", "seen"),
    [
        (None, "not_written", "no function named double"),
        (lambda image: ..., "failed", "object of type ellipsis"),
        (lambda image: image[:0], "failed", "shape"),
        (lambda image: image * np.nan, "failed", "should be a number"),
        (lambda image: 1 / 0, "crashed", "division by zero"),
        (lambda image: [2 * image], "failed", "type list"),
        (lambda image: image.astype(complex), "failed", "complex"),
    ],
)
def test_each_way_to_fail_has_its_status_and_sentence(function, status, seen):
    outcome = verdict(function)
    assert (outcome.status, outcome.points) == (status, 0)
    assert seen in outcome.message


def test_a_function_with_a_memory_of_its_own_fails():
    calls = []

    def double(image):
        calls.append(1)
        return image if len(calls) == 5 else 2 * image

    assert verdict(double).status == "failed"


def test_a_broken_check_is_our_fault_and_its_points_are_unknown():
    outcome = verdict(lambda image: image, cannot_be_run)
    assert (outcome.status, outcome.points) == ("grader_error", None)
    assert "cannot_be_run" in outcome.message


def test_a_result_that_breaks_the_check_is_the_functions_fault():
    assert verdict(lambda image: image, uses_the_result).status == "failed"


def test_a_record_holds_plain_data():
    record = verdict(lambda image: image + np.inf).record()
    assert record["counterexample"]["yours"] == [[None]]


@pytest.mark.parametrize("wrong", [lambda image: image.ravel(), lambda image: [image]])
def test_a_result_that_cannot_be_used_is_told_once(wrong):
    functions = judged({"double": in_process("double", wrong)})
    exercise = replace(DOUBLING, checks=(doubles_every_pixel, doubles_again))
    first, again = judge(exercise, functions, Session(0))
    assert (first.status, first.points) == ("failed", 0)
    assert (again.status, again.points) == ("not_run", 0)
    assert first.claim in again.message


def test_pixels_that_do_not_matter_are_cleared():
    outcome = verdict(lambda image: image * 2 + (image.max() > 4), has_large_images)
    (image,) = outcome.counterexample.arguments.values()
    assert len(image) == len(image[0]) == 4
    assert np.count_nonzero(image) == 1


def test_a_case_of_bytes_that_wrap_stays_one_of_bytes(root, graded):
    source = (root / "tests/submissions/let_bytes_wrap/convolution.py").read_text()
    checks = {each["name"]: each for each in graded(source)["checks"]}
    found = checks["integers_do_not_wrap"]
    assert found["sentence"].startswith("uint8 should give")
    ((pixel,),), kernel = found["counterexample"]["arguments"].values()
    assert 2 in (pixel, sum(map(sum, kernel)))
