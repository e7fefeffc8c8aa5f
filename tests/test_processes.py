"""Ctrl-C comes between two steps, and no process is ended in the middle of a result."""

import os
import signal

import pytest

from autograder.grading.pool import Work
from autograder.processes import Interruptible


@pytest.fixture
def handled():
    """Let Python deal with Ctrl-C, even if the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press():
    signal.raise_signal(signal.SIGINT)


def keys_pressed(*steps):
    """Take steps that may be interrupted; return how many of them were taken."""
    taken = 0
    try:
        with Interruptible() as interruptible:
            for step in steps:
                press() if step == "press" else interruptible.check()
                taken += 1
    except KeyboardInterrupt:
        return taken
    return None


@pytest.mark.usefixtures("handled")
def test_ctrl_c_waits_until_it_suits():
    assert keys_pressed("here", "press", "here", "here") == 2
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("handled")
def test_ctrl_c_is_not_forgotten_at_the_end():
    assert keys_pressed("here", "press") == 2


@pytest.mark.usefixtures("handled")
def test_a_second_ctrl_c_comes_at_once():
    assert keys_pressed("press", "press", "here") == 1


def test_ctrl_c_that_is_ignored_stays_so():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        assert keys_pressed("press", "here") is None
    finally:
        signal.signal(signal.SIGINT, before)


class Left(BaseException):
    """Stands for the end of a process."""


@pytest.fixture
def working(monkeypatch):
    """Return a `Work` whose jobs are functions, and whose process ends by raising `Left`."""

    def leave(status):
        raise Left

    monkeypatch.setattr(os, "_exit", leave)
    monkeypatch.setattr("autograder.grading.pool.grade_job", lambda job: job())
    return Work()


def test_a_process_is_ended_in_the_middle_of_a_job(working):
    with pytest.raises(Left):
        working(working.end)


def test_a_process_that_sends_a_result_is_not_ended_but_begins_no_other_job(working):
    assert working(lambda: "a result") == "a result"
    working.end()
    with pytest.raises(Left):
        working(lambda: "another")
