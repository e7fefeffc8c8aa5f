"""What a submission keeps from an earlier call is said, and a token leads to both calls."""

import numpy as np
import pytest

from autograder.exercises import load_exercise
from autograder.judging.grade import grade
from autograder.judging.judge import judge_check
from autograder.judging.judged_function import judged
from autograder.judging.kept import SENTENCE, _is_same, _shapes
from autograder.judging.replay import replay
from autograder.judging.session import Session
from autograder.judging.tokens import case_of
from autograder.sandbox.student_function import in_process
from autograder.sandbox.unsandboxed import Unsandboxed
from benchmarks.kinds import tophat, weighted_sums

KEPT = weighted_sums.wrong("convolve3d")["the first kernel of some bytes"].encode()


@pytest.fixture(scope="module")
def told():
    """Return the checks of which a failure is said to be right alone."""
    exercise = load_exercise("convolution3d")
    checks = grade(Unsandboxed(), exercise, KEPT, ".py", Session("kept"))["checks"]
    return [each for each in checks if SENTENCE in each["message"]]


def test_a_case_that_is_right_alone_says_that_something_is_kept(told):
    assert "a_kernel_need_not_be_a_cube" in {each["name"] for each in told}


def test_a_token_leads_to_the_earlier_call_and_to_the_same_message(told):
    cases = [case_of(each["counterexample"]["token"]) for each in told]
    found = [(each, case) for each, case in zip(told, cases, strict=True) if case.earlier]
    assert found
    for each, case in found:
        outcome = replay(case, Unsandboxed(), KEPT, ".py")
        assert outcome.message == each["message"]


def test_what_is_wrong_alone_is_not_blamed_on_an_earlier_call():
    source = weighted_sums.wrong("convolve3d")["a single pixel as it is"].encode()
    exercise = load_exercise("convolution3d")
    record = grade(Unsandboxed(), exercise, source, ".py", Session("kept"))
    assert record["points"] < record["possible"]
    assert not any(SENTENCE in each["message"] for each in record["checks"])


def test_examples_with_equal_arrays_in_pairs_are_the_same():
    def drawn(last):
        return {"both": (np.zeros((3, 4)), np.array([[1, last]])), "n": 2}

    assert _is_same(drawn(1), drawn(1))
    assert not _is_same(drawn(1), drawn(0))
    assert _shapes(drawn(1)) == {("both", (3, 4)), ("both", (1, 2))}


class Spent(Unsandboxed):
    """A sandbox in which a submission has no time left when its checks are done."""

    def __init__(self):
        self.started = 0

    def open(self, *of):
        self.started += 1
        worker = super().open(*of)
        worker.seconds_left = -1
        return worker


def test_what_is_kept_is_looked_for_only_in_the_time_that_is_left():
    sandbox = Spent()
    record = grade(sandbox, load_exercise("convolution3d"), KEPT, ".py", Session("kept"))
    assert sandbox.started == 1
    assert record["points"] < record["possible"]
    assert not any(SENTENCE in each["message"] for each in record["checks"])


@pytest.mark.parametrize("title", ["results by print", "results of what is almost equal"])
@pytest.mark.parametrize(
    ("name", "kinds", "function"),
    [
        ("convolution", weighted_sums, "convolve2d"),
        ("convolution3d", weighted_sums, "convolve3d"),
        ("tophat", tophat, "opening"),
    ],
)
def test_arrays_that_look_alike_are_told_apart(name, kinds, function, title):
    exercise, made = load_exercise(name), {}
    exec(kinds.wrong(function)[title], made)
    functions = judged({each: in_process(each, made.get(each)) for each in exercise.functions})
    (check,) = [c for c in exercise.checks if c.name == "the_same_call_gives_the_same_result"]
    outcome = judge_check(check, functions, Session("alike"), exercise, search=False)
    assert outcome.status == "failed"
