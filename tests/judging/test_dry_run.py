"""Calls made ahead of a check come to the same verdicts as calls made one by one."""

import json
from contextlib import closing
from dataclasses import replace
from operator import attrgetter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.authoring.calls import ObservedFunction
from autograder.authoring.check import check
from autograder.authoring.failures import Crashed
from autograder.authoring.strategies import images
from autograder.exercises import load_exercise, load_exercises
from autograder.judging.batch import CallBatch
from autograder.judging.diagnosis import diagnosed
from autograder.judging.grade import grade
from autograder.judging.judge import judge
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.judging.verify import allowed_for, mistaken, solution
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.student_function import in_process
from autograder.sandbox.worker.caller import Caller
from autograder.sandbox.worker.serve import arrays_from

SESSION = Session(11)
BY_NAME = attrgetter("name")
# Mistakes that depend on what was called before, or that break the process, and one in six others.
# What an optional part forbids is graded apart: the solution's other functions call it.
TRIED = [
    (each.name, mistake.name)
    for each in load_exercises()
    for number, mistake in enumerate(each.misconceptions)
    if number % 6 == 0 or any(word in mistake.name for word in ("earlier", "shared", "kept"))
    if not (mistake.is_about_libraries and mistake.of in each.optional)
]

LOOPS = """
def convolve2d(image, kernel):
    while image.size > 30:
        pass
    return image
"""


def judged_plainly(sandbox, one, source, forbidden):
    """Return the outcomes of a submission, judged one call at a time."""
    with closing(sandbox.open(source.encode(), ".py", one.functions, forbidden)) as worker:
        functions = judged(worker.subjects)
        return diagnosed(one, functions, list(judge(one, functions, SESSION)), SESSION.answers)


def graded(sandbox, one, source, forbidden):
    """Return the record of a submission, graded as it comes."""
    return grade(sandbox, one, source.encode(), ".py", SESSION, "", forbidden)


@pytest.mark.parametrize(("name", "mistake"), TRIED)
def test_a_mistake_gets_the_same_outcomes(sandbox, root, name, mistake):
    one = load_exercise(name)
    known = {each.name: each for each in one.misconceptions}[mistake]
    source = mistaken(known, name, solution(name, root))
    forbidden = allowed_for(known, one)
    plain = [each.record() for each in judged_plainly(sandbox, one, source, forbidden)]
    checks = graded(sandbox, one, source, forbidden)["checks"]
    assert checks == plain
    assert {each["misconception"] for each in checks} <= {mistake, None}


class PretendWorker:
    """Functions of this process, called as a worker calls those of a submission."""

    def __init__(self, functions):
        self._performer = Caller(functions)
        self.subjects = {name: in_process(name, f) for name, f in functions.items()}

    def ask_ahead(self, names, count, request):
        header, body = request()
        asked = json.loads(header)
        arrays = arrays_from(asked["arrays"], memoryview(bytearray(body)))
        calls = [(name, [arrays[place] for place in places]) for name, places in asked["calls"]]
        assert {name for name, _ in calls} == names
        assert len(calls) == count
        return lambda: [self._performer.call(*call) for call in calls]


def pretended(one, functions):
    """Return a `CallBatch` of functions of this process."""
    worker = PretendWorker(functions)
    return CallBatch(one, worker, judged(worker.subjects), SESSION)


@pytest.mark.parametrize("one", [each for each in load_exercises() if each.oracles], ids=BY_NAME)
def test_where_all_is_as_the_oracles_answer_a_check_passes_ahead(one):
    known = tuple(each for each in one.checks if set(each.functions) <= set(one.oracles))
    batch = pretended(replace(one, checks=known), one.oracles)
    assert all(batch.passes(each) for each in known)


@pytest.mark.parametrize("one", load_exercises(), ids=BY_NAME)
def test_a_misconception_does_not_pass_ahead(one):
    for mistake in one.misconceptions[::5]:
        functions = dict.fromkeys(one.functions, mistake.function)
        assert not pretended(one, functions).passes(mistake.caught_by)


def test_a_call_that_never_ends_is_met_again_one_by_one():
    one = load_exercise("convolution")
    with Sandbox(Limits(load=10, call=0.5, ahead=0.5)) as impatient:
        record = graded(impatient, one, LOOPS, one.forbidden)
        plain = judged_plainly(impatient, one, LOOPS, one.forbidden)
    assert record["checks"] == [each.record() for each in plain]
    assert "timed_out" in {each["status"] for each in record["checks"]}


@pytest.mark.parametrize("one", load_exercises(), ids=BY_NAME)
def test_every_check_knows_its_calls_ahead(one):
    for each in one.checks:
        assert SESSION.dry_run(each, one.oracles).calls, each.name


def test_a_call_is_made_once_unless_it_is_to_be_made_again(sandbox):
    counting = "made = []\ndef f(image):\n    made.append(1)\n    return image + len(made)"
    worker = sandbox.open(counting.encode(), ".py", ["f"])
    f, image = ObservedFunction(judged(worker.subjects)["f"], []), np.zeros(2)
    with closing(worker):
        assert [f(image)[0], f(image)[0]] == [1, 1]
        assert f(image.astype(np.float32))[0] == 2
        assert f.observe(image, again=True).result[0] == 3
        assert f(image)[0] == 1


@check(points=1, examples=3)
@given(image=images(), number=st.integers(0, 3))
def is_called_often(f, image, number):
    """It is called now and then."""
    for _ in range(number):
        f(image)
    f.observe(image, again=True)


def test_a_trial_returns_its_calls_and_leaves_the_function_as_it_was():
    f = in_process("f", lambda image: image + 1)
    for drawn in SESSION.examples(is_called_often):
        trial = is_called_often.try_on(judged({"f": f}), drawn)
        assert trial.error is None
        assert [call.again for call in trial.calls] == [False] * drawn["number"] + [True]
        assert all((call.result == drawn["image"] + 1).all() for call in trial.calls)


def test_what_a_check_raises_is_in_its_trial_with_the_calls_before():
    stopping = judged({"f": in_process("f", lambda image: 1 / 0)})
    trial = is_called_often.try_on(stopping, {"image": np.zeros(2), "number": 1})
    assert isinstance(trial.error, Crashed)
    assert [call.failure for call in trial.calls] == ["exception "]
