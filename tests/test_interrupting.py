"""Ctrl-C comes between two steps, and no process is ended in the middle of a result."""

import os
import signal

import pytest

from autograder.interrupting import Interruptible
from autograder.pool import Work


@pytest.fixture
def handled():
    """Let Python deal with Ctrl-C, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press():
    signal.raise_signal(signal.SIGINT)


@pytest.mark.usefixtures("handled")
def test_ctrl_c_waits_until_it_suits():
    steps = []
    with pytest.raises(KeyboardInterrupt), Interruptible() as interruptible:
        press()
        steps.append("went on")
        interruptible.here()
        steps.append("went too far")
    assert steps == ["went on"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("handled")
def test_ctrl_c_is_not_forgotten_at_the_end():
    with pytest.raises(KeyboardInterrupt), Interruptible():
        press()


@pytest.mark.usefixtures("handled")
def test_a_second_ctrl_c_comes_at_once():
    steps = []
    with pytest.raises(KeyboardInterrupt), Interruptible():
        press()
        steps.append("went on")
        press()
        steps.append("went too far")
    assert steps == ["went on"]


def test_ctrl_c_that_is_ignored_stays_so():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Interruptible() as interruptible:
            press()
            interruptible.here()
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
    monkeypatch.setattr("autograder.pool.grade_job", lambda job: job())
    return Work()


def test_a_process_is_ended_in_the_middle_of_a_job(working):
    with pytest.raises(Left):
        working(working.end)


def test_a_process_that_sends_a_result_is_not_ended_but_begins_no_other_job(working):
    assert working(lambda: "a result") == "a result"
    working.end()
    with pytest.raises(Left):
        working(lambda: "another")
