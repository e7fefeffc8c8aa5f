"""What `verify` says of an exercise that does not hold."""

from autograder.exercises import load_exercise
from autograder.judging import verify


def test_a_check_that_is_broken_itself_catches_nothing():
    statuses = {"a": "passed", "b": "grader_error", "c": "failed", "d": "crashed"}
    assert verify.failing(statuses) == {"c", "d"}


def test_checks_that_are_not_as_they_should_be_are_named(sandbox, root, monkeypatch):
    name = "convolution"
    monkeypatch.setattr(load_exercise(name).checks[3].draws, "examples", lambda seed: 1 / 0)
    broken = load_exercise(name).checks[3].name
    claims = verify.verify(name, sandbox, root, "tests")
    assert next(claims) == (f"the reference passes (not so: {broken} grader_error)", False)
