"""No submission raises its grade, sees what it should not, or stops the class."""

import json
import os
import time
from collections import namedtuple
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from autograder.exercises import load_exercise
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from tests.hostile.expected import CONTROLS, DUE, HALF, SPYING, STATUS

FILES = {path.stem: path for path in (Path(__file__).parent / "submissions").glob("[a-z]*_*.*")}
SESSION = Session("a seed")
LIMITS = Limits(load=5, call=1, submission=20)
# For those that use all the time that there is.
SHORT = Limits(load=4, call=1, submission=5)
LONG_WINDED = ("a08_floods_the_output", "a14_is_slow_every_time")
# Seconds in which the host does the rest, even if other programs run beside it.
GRACE = 5
LARGEST_RECORD = 500_000

Graded = namedtuple("Graded", "record seconds processes files")


@pytest.fixture(scope="module")
def strict():
    with Sandbox(LIMITS) as running:
        yield running


@pytest.fixture(scope="module")
def hasty():
    with Sandbox(SHORT) as running:
        yield running


@pytest.fixture(scope="module")
def outcome(strict, hasty, tmp_path_factory):
    """Grade one of the files, once; say what it got, and what was left of it."""
    canary = tmp_path_factory.mktemp("canary")
    (canary / "canary").write_text("untouched")

    @cache
    def graded(name):
        path, start = FILES[name], time.monotonic()
        sandbox = hasty if name in LONG_WINDED else strict
        judged_as = load_exercise("tophat" if name.startswith("t") else "convolution")
        record = grade(sandbox, judged_as, path.read_bytes(), path.suffix, SESSION, name)
        seconds = time.monotonic() - start
        assert [each.name for each in canary.iterdir()] == ["canary"]
        assert (canary / "canary").read_text() == "untouched"
        server = sandbox.server(judged_as.forbidden)
        return Graded(record, seconds, descendants(server), sorted(os.listdir(server.home)))

    return graded


def descendants(server):
    """Return the processes that the process has started from which workers are forked."""
    return Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()


def test_every_file_is_expected():
    assert set(FILES) == set(DUE)


@pytest.mark.parametrize("name", sorted(DUE))
def test_it_gets_at_most_what_is_due_in_time_and_leaves_nothing(outcome, name):
    graded, most = outcome(name), outcome(DUE[name]).record["points"] if DUE[name] else 0
    assert graded.record["points"] <= most
    assert graded.record["status"] == STATUS.get(name, graded.record["status"])
    assert "grader_error" not in {check["status"] for check in graded.record["checks"]}
    assert len(json.dumps(graded.record, indent=1)) < LARGEST_RECORD
    limits = SHORT if name in LONG_WINDED else LIMITS
    # Waiting for a processor does not count, up to four times the limit.
    assert graded.seconds < 4 * limits.submission + GRACE
    assert (graded.processes, graded.files) == ([], [])


@pytest.mark.parametrize("name", CONTROLS)
def test_an_honest_submission_gets_full_marks(outcome, name):
    record = outcome(name).record
    assert record["points"] == record["possible"]


@pytest.mark.parametrize("name", sorted(SPYING))
def test_a_spy_finds_nothing(outcome, name):
    assert all("LEAK" not in check["message"] for check in outcome(name).record["checks"])


def test_a_worker_has_no_descriptors_but_its_own(strict):
    source = b"""
import os, stat
import numpy as np

def is_open(fd):
    try:
        os.fstat(fd)
        return True
    except OSError:
        return False

def f(image):
    return np.array([fd for fd in range(256) if is_open(fd)])
"""
    worker = strict.open(source, ".py", ["f"])
    streams_and_socket = 4
    assert len(worker.subjects["f"](np.zeros(1))) == streams_and_socket
    worker.close()


KILLER = """
import os, signal
def convolve2d(image, kernel):
    os.kill(os.getppid(), signal.{signal})
    return image * 0.5
"""


@pytest.mark.parametrize("signal", ["SIGKILL", "SIGSEGV"])
def test_ending_what_starts_workers_gains_nothing_without_any_isolation(outcome, signal):
    source = KILLER.format(signal=signal).encode()
    with Sandbox(LIMITS, layers=()) as open_to_all:
        killed = grade(open_to_all, load_exercise("convolution"), source, ".py", SESSION)
        right = FILES["c00_honest_right"].read_bytes()
        next_one = grade(open_to_all, load_exercise("convolution"), right, ".py", SESSION)
    assert killed["points"] <= outcome(HALF).record["points"]
    assert "grader_error" not in {check["status"] for check in killed["checks"]}
    assert next_one["points"] == next_one["possible"]


SURVIVOR = """
import os, time
def f(image):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(60)
        os._exit(0)
    time.sleep(0.2)
    return image
"""


def test_what_a_worker_left_behind_is_killed_with_it():
    with Sandbox(LIMITS, layers=()) as open_to_all:
        worker = open_to_all.open(SURVIVOR.encode(), ".py", ["f"])
        worker.subjects["f"](np.zeros(1))
        assert len(descendants(open_to_all.server())) == 2
        worker.close()
        assert descendants(open_to_all.server()) == []


@pytest.mark.parametrize("first", ["e10_remembers_for_the_next", "g03_changes_global_state"])
def test_nothing_of_one_submission_reaches_the_next(strict, outcome, first):
    outcome(first)
    source = b"""
import os
import numpy as np
def f(image):
    found = [name for folder in ('.', '..', os.path.expanduser('~')) for name in look(folder)]
    return np.array([len(found), np.geterr()['divide'] == 'raise', len(os.environ) > 3])
def look(folder):
    try:
        return os.listdir(folder)
    except OSError:
        return []
"""
    worker = strict.open(source, ".py", ["f"])
    np.testing.assert_array_equal(worker.subjects["f"](np.zeros(1)), [0, 0, 1])
    worker.close()
