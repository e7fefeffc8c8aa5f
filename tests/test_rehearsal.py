"""Calls made ahead of a check come to the same verdicts as calls made one by one."""

import numpy as np
import pytest

from autograder.diagnosis import diagnosed
from autograder.exercise import exercise, exercises
from autograder.judge import judge
from autograder.outcome import Outcome
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


def outcomes(sandbox, one, source, forbidden, ahead):
    """Return the outcomes of a submission, judged with or without calls ahead."""
    worker = sandbox.open(source.encode(), ".py", one.functions, forbidden)
    try:
        ask_ahead = worker.ask_ahead if ahead else None
        judged = list(judge(one, worker.subjects, SEED, search=False, ask_ahead=ask_ahead))
        return diagnosed(one, worker.subjects, judged)
    finally:
        worker.close()


@pytest.mark.parametrize(("name", "mistake"), TRIED)
def test_a_mistake_gets_the_same_outcomes(sandbox, root, name, mistake):
    one = exercise(name)
    known = {each.name: each for each in one.misconceptions}[mistake]
    source = mistaken(known, name, solution(name, root))
    plain, ahead = (
        outcomes(sandbox, one, source, allowed_for(known, one), ahead) for ahead in (False, True)
    )
    assert ahead == plain


@pytest.mark.parametrize("name", [each.name for each in exercises()])
def test_the_reference_passes_with_calls_ahead(sandbox, root, name):
    one = exercise(name)
    passed = [Outcome.of(check, "passed") for check in one.checks]
    assert outcomes(sandbox, one, solution(name, root), one.forbidden, ahead=True) == passed


def test_a_call_that_never_ends_is_met_again_one_by_one(sandbox):
    one = exercise("convolution")
    plain, ahead = (outcomes(sandbox, one, LOOPS, one.forbidden, ahead) for ahead in (False, True))
    assert ahead == plain
    assert "timed_out" in {each.status for each in plain}


@pytest.mark.parametrize("one", exercises(), ids=lambda one: one.name)
def test_every_check_knows_its_calls_ahead(one):
    for check in one.checks:
        assert rehearsed(check, one.oracles, SEED).calls, check.name


def test_answers_wait_only_for_the_very_calls_that_were_foreseen(sandbox):
    counting = "made = []\ndef f(image):\n    made.append(1)\n    return image + len(made)"
    worker = sandbox.open(counting.encode(), ".py", ["f"])
    f, image = worker.subjects["f"], np.zeros(2)
    try:
        answers = worker.ask_ahead([("f", (image,)), ("f", (image,))])
        assert [reply.array[0] for reply in answers()] == [1, 2]
        assert f(image)[0] == 1
        assert f(image.astype(np.float32))[0] == 3
        assert f(image)[0] == 4
    finally:
        worker.close()
