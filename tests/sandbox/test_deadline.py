"""What a submission waits for a processor is not its own time; what it sleeps or computes is."""

import os
import subprocess
import sys

import numpy as np
import pytest

from autograder.authoring.failures import TimedOut
from autograder.sandbox.deadline import MOST_TIMES, Deadline, Waiting

LIMIT = 100.0


class Waited(Waiting):
    """A process that is known to have waited."""

    def __init__(self, seconds):
        super().__init__(os.getpid())
        self.seconds = seconds

    def _seconds(self):
        return self.seconds


@pytest.fixture
def clock(monkeypatch):
    """Let time pass only as the test says."""
    now = [1000.0]
    monkeypatch.setattr("autograder.sandbox.deadline.time.monotonic", lambda: now[0])

    def pass_by(seconds):
        now[0] += seconds

    return pass_by


def test_a_deadline_stays_where_nothing_was_waited_for(clock):
    deadline = Deadline(LIMIT, Waited(0))
    clock(LIMIT - 1)
    assert deadline() == pytest.approx(1)
    clock(2)
    assert deadline() == 0


def test_a_deadline_moves_by_what_was_waited_and_once(clock):
    deadline = Deadline(LIMIT, Waited(30))
    clock(LIMIT + 1)
    assert deadline() == pytest.approx(29)
    clock(29.5)
    assert deadline() == 0
    assert deadline.moved == 30


def test_what_was_given_back_to_one_call_is_not_given_to_the_next(clock):
    waiting = Waited(30)
    for left in (29, 0):
        deadline = Deadline(LIMIT, waiting)
        clock(LIMIT + 1)
        assert deadline() == pytest.approx(left)


def test_nobody_waits_for_ever(clock):
    deadline = Deadline(LIMIT, Waited(1e9))
    clock(LIMIT + 1)
    deadline()
    clock((MOST_TIMES - 1) * LIMIT)
    assert deadline() == 0


def test_a_process_that_sleeps_waits_for_nothing():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as asleep:
        waiting = Waiting(asleep.pid)
        waiting.give_back(LIMIT)
        asleep.communicate(b"\n")
    assert waiting.give_back(LIMIT) == 0


def test_a_machine_that_does_not_count_gives_nothing_back():
    assert Waiting("nobody").give_back(LIMIT) == 0


SLEEPS = "import time\ndef f(image):\n    time.sleep(1)\n    return image"


def test_a_call_that_a_neighbour_slowed_is_waited_for(load_hastily, monkeypatch):
    monkeypatch.setattr(Waiting, "_seconds", lambda self: 60.0)
    np.testing.assert_array_equal(load_hastily(SLEEPS)(np.ones(2)), np.ones(2))


def test_a_call_that_is_late_by_itself_is_late(load_hastily, monkeypatch):
    monkeypatch.setattr(Waiting, "_seconds", lambda self: 0.0)
    with pytest.raises(TimedOut):
        load_hastily(SLEEPS)(np.ones(2))
