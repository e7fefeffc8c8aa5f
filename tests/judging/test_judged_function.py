"""What is kept of a function's answers."""

import numpy as np
import pytest

from autograder.authoring.calls import ObservedFunction
from autograder.authoring.failures import Unusable
from autograder.exercises import load_exercise
from autograder.judging.judge import judge
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.sandbox.student_function import in_process

IMAGE = np.ones((8, 8))


def observed(result):
    functions = judged({"f": in_process("f", lambda image: result)})
    return ObservedFunction(functions["f"], [])


@pytest.mark.parametrize(
    "result",
    [np.zeros((1000, 1000)), np.zeros(2000, bool), np.zeros((2**20, 0)), np.zeros((2,) * 8 + (9,))],
)
def test_a_result_far_larger_than_the_image_is_kept_as_a_sentence(result):
    with pytest.raises(Unusable, match="far too large"):
        observed(result)(IMAGE)


@pytest.mark.parametrize("shape", [(8, 8), (16, 8), (30, 30), (0,), ()])
def test_a_result_of_another_shape_is_kept_to_be_shown(shape):
    assert observed(np.zeros(shape))(IMAGE).shape == shape


def passed(name, function):
    """Return the points of the checks that a function passes, in the place of all, by name."""
    one = load_exercise(name)
    functions = judged({each: in_process(each, function) for each in one.functions})
    outcomes = judge(one, functions, Session("a seed"), search=False)
    return {each.name: each.points for each in outcomes if each.status == "passed"}


NOISE = np.random.default_rng(0).normal(size=(4, 4, 4, 2))


@pytest.mark.parametrize("always", [NOISE, NOISE[:, :, 0, 0]])
def test_what_is_the_same_for_all_arguments_earns_no_claim_on_values(always):
    assert passed("convolution", lambda image, kernel: always.copy()) == {
        "the_result_holds_floating_point_numbers": 2
    }
    assert passed("tophat", lambda image, footprint: always.copy()) == {}


def test_a_wrong_shape_keeps_the_claims_that_hold_of_it():
    def whole_neighbourhoods(image, kernel):
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(image, 9), kernel.shape)
        return (windows * kernel.astype(float)).sum((2, 3))

    kept = passed("convolution", whole_neighbourhoods)
    assert {"kernels_add_up", "integers_do_not_wrap", "fractions_are_kept"} & set(kept)
    assert "the_result_has_the_shape_of_the_image" not in kept
