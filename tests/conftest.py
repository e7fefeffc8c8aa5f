"""What tests share: the repository, one sandbox, and a quick way to grade a submission."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.exercise import exercise
from autograder.grading import grade
from autograder.sandbox.host import Limits, Sandbox

ROOT = Path(__file__).parent.parent

# Submissions are read, and run where they can do no harm; they are no tests.
collect_ignore = ["submissions", "right", "hostile/submissions"]


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox(Limits(load=10, call=4, submission=120)) as running:
        yield running


@pytest.fixture(scope="session")
def graded(sandbox):
    """Grade a submission given as source; return its record."""

    def grade_source(source, name="convolution", suffix=".py", seed=0):
        return grade(sandbox, exercise(name), source.encode(), suffix, seed)

    return grade_source
