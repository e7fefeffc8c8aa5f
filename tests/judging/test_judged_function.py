"""What is kept of a function's answers."""

import numpy as np
import pytest

from autograder.authoring.calls import ObservedFunction
from autograder.authoring.failures import Unusable
from autograder.judging.judged_function import judged
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
