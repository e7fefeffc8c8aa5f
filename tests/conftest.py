"""What tests share: the repository, one sandbox, and a quick way to grade a submission."""

from __future__ import annotations

import os
import time
from concurrent.futures import Future
from contextlib import nullcontext
from functools import cache
from pathlib import Path

import pytest

from autograder.exercises import load_exercise
from autograder.judging.grade import grade, without_running
from autograder.judging.session import Session
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from tests.classes import find
from tests.clean import clean_environment

ROOT = Path(__file__).parent.parent
LEFT_OUT = ROOT / "tests" / "left_out"

# Submissions are read, and run where they can do no harm; they are not tests.
collect_ignore = ["submissions", "right", "hostile/submissions", "left_out"]


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def _state_of_its_own(tmp_path_factory):
    """Let commands keep what they remember in folders of the tests, not in the developer's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def notebook_path(monkeypatch):
    """Let processes that are started import this repository, and start notebooks quickly."""
    path = os.pathsep.join([str(ROOT), str(LEFT_OUT)])
    monkeypatch.setenv("PYTHONPATH", path)
    return path


@pytest.fixture(scope="session")
def clean_python(tmp_path_factory):
    """The Python of an environment with the kit from its wheel, and no checkout on its path."""
    return clean_environment(ROOT, tmp_path_factory.mktemp("clean"))


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox(Limits(load=10, call=4, submission=120)) as running:
        yield running


@pytest.fixture(scope="session")
def graded(sandbox):
    """Grade a submission given as source; return its record."""
    session_of = cache(Session)

    def grade_source(source, name="convolution", suffix=".py", seed=0):
        return grade(sandbox, load_exercise(name), source.encode(), suffix, session_of(seed))

    return grade_source


@pytest.fixture
def _one_sandbox(sandbox, monkeypatch):
    """Let commands that run a student's own file share the tests' sandbox: each start takes long.

    Without this fixture, `test_documents` types commands as students do.
    """

    class Started(nullcontext):
        def __init__(self, only=None, of_all=None):
            super().__init__(sandbox)

        def start(self, *_):
            return self

    monkeypatch.setattr("autograder.sandbox.host.Sandbox", Started)


class PretendPool:
    """Grades without running anything: whoever wrote more has more points.

    Attributes
    ----------
    graded : list of str
        The students, in the order in which their jobs were done.
    """

    width = room = 1

    def __init__(self):
        self.graded = []
        self.status = "failed"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def submit(self, job):
        self.graded.append(job.student)
        result = without_running(
            load_exercise(job.exercise), job.student, self.status, "A message."
        )
        future = Future()
        if self.status != "grader_error":
            result["points"] = len(job.source.content)
        future.set_result(result | {"seconds": time.monotonic()})
        return future


@pytest.fixture
def pool():
    return PretendPool()


@pytest.fixture
def class_of(tmp_path):
    """Make a folder with a submission of convolution for each student; return what is found."""

    def make(**sources):
        for student, source in sources.items():
            path = tmp_path / "class" / student / "convolution.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source)
        return find(tmp_path / "class")[0]

    return make
