"""Which function is blamed if results are arguments of further calls, of whatever shape."""

import numpy as np
import pytest

from autograder.exercises import load_exercise
from autograder.judging.judge import judge_check
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.sandbox.student_function import in_process


@pytest.mark.parametrize("shape", [(-1,), (1, 1, -1)])
def test_a_result_with_other_axes_that_is_opened_again_is_wrong_and_no_fault_of_the_kit(shape):
    def opening(image, footprint):
        return np.reshape(image * 0.5, shape)

    one = load_exercise("tophat")
    functions = judged({name: in_process(name, opening) for name in one.functions})
    check = next(each for each in one.checks if each.name == "a_second_time_changes_nothing")
    assert judge_check(check, functions, Session(5), one).status == "failed"
