"""Calls made ahead of a check come to the same verdicts as calls made one by one."""

from contextlib import closing

import numpy as np
import pytest

from autograder.ahead import passed_ahead
from autograder.diagnosis import diagnosed
from autograder.exercise import exercise, exercises
from autograder.grading import grade
from autograder.judge import judge
from autograder.rehearsal import rehearsed
from autograder.verify import allowed_for, mistaken, solution

SEED = 11
# Mistakes that depend on what was called before, or that break the process, and one in six others.
TRIED = [
    (each.name, mistake.name)
    for each in exercises()
    for number, mistake in enumerate(each.misconceptions)
    if number % 6 == 0 or any(word in mistake.name for word in ("earlier", "shared", "kept"))
]

LOOPS = """
def convolve2d(image, kernel):
    while image.size > 30:
        pass
    return image
"""


def judged(sandbox, one, source, forbidden):
    """Return the outcomes of a submission, judged one call at a time."""
    with closing(sandbox.open(source.encode(), ".py", one.functions, forbidden)) as worker:
        outcomes = list(judge(one, worker.subjects, SEED, search=False))
        return diagnosed(one, worker.subjects, outcomes)


def graded(sandbox, one, source, forbidden):
    """Return the record of a submission, graded as it comes."""
    return grade(sandbox, one, source.encode(), ".py", SEED, "", forbidden, search=False)


@pytest.mark.parametrize(("name", "mistake"), TRIED)
def test_a_mistake_gets_the_same_outcomes(sandbox, root, name, mistake):
    one = exercise(name)
    known = {each.name: each for each in one.misconceptions}[mistake]
    source = mistaken(known, name, solution(name, root))
    forbidden = allowed_for(known, one)
    plain = [each.record() for each in judged(sandbox, one, source, forbidden)]
    checks = graded(sandbox, one, source, forbidden)["checks"]
    assert checks == plain
    assert {each["misconception"] for each in checks} <= {mistake, None}


@pytest.mark.parametrize("name", [each.name for each in exercises()])
def test_the_reference_passes_ahead_and_no_mistake_does(sandbox, root, name):
    one, right = exercise(name), solution(name, root)
    wrong = mistaken(one.misconceptions[0], name, right)
    for source, passes in ((right, True), (wrong, False)):
        with closing(sandbox.open(source.encode(), ".py", one.functions)) as worker:
            assert (len(passed_ahead(one, worker, SEED)) == len(one.checks)) is passes


def test_a_call_that_never_ends_is_met_again_one_by_one(sandbox):
    one = exercise("convolution")
    record = graded(sandbox, one, LOOPS, one.forbidden)
    assert record["checks"] == [e.record() for e in judged(sandbox, one, LOOPS, one.forbidden)]
    assert "timed_out" in {each["status"] for each in record["checks"]}


@pytest.mark.parametrize("one", exercises(), ids=lambda one: one.name)
def test_every_check_knows_its_calls_ahead(one):
    for check in one.checks:
        assert rehearsed(check, one.oracles, SEED).calls, check.name


def test_answers_wait_only_for_the_very_calls_that_were_foreseen(sandbox):
    counting = "made = []\ndef f(image):\n    made.append(1)\n    return image + len(made)"
    worker = sandbox.open(counting.encode(), ".py", ["f"])
    f, image = worker.subjects["f"], np.zeros(2)
    with closing(worker):
        answers = worker.ask_ahead([("f", (image,)), ("f", (image,))])
        assert [reply.array[0] for reply in answers()] == [1, 2]
        assert f(image)[0] == 1
        assert f(image.astype(np.float32))[0] == 3
        assert f(image)[0] == 4
