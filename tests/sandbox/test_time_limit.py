"""A call in a student's own kernel ends in time, as on the command line."""

import contextlib
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

from autograder.sandbox.limits import Limits
from autograder.sandbox.patience import Patience
from autograder.sandbox.student_function import in_process
from autograder.sandbox.time_limit import Late, ended_after

SHORT = Limits(call=0.2, strikes=2)
IMAGE = np.ones((2, 2))


def endless(image):
    while True:
        with contextlib.suppress(Exception):  # a student's code may do so
            time.sleep(0.01)


def reply_of(function, calls=1):
    """Return the last of the replies to some calls."""
    student = in_process("f", function, limits=SHORT)
    return [student.perform((IMAGE,)) for _ in range(calls)][-1]


def in_a_thread(function, *arguments):
    """Return what a function returns in another thread, if there are no signals."""
    found = []
    thread = threading.Thread(target=lambda: found.append(function(*arguments)))
    thread.start()
    thread.join()
    return found[0]


@pytest.mark.parametrize("where", [lambda f, *a: f(*a), in_a_thread])
def test_a_call_that_takes_too_long_is_ended_and_told_as_on_the_command_line(where):
    reply = where(reply_of, endless)
    assert (reply.kind, reply.text) == ("timeout", "A call took longer than 0.2 s.")


@pytest.mark.parametrize("where", [lambda f, *a: f(*a), in_a_thread])
def test_after_some_such_calls_none_is_made(where):
    text = where(reply_of, endless, 3).text
    assert text == "A call took longer than 0.2 s. It was not called again."


@pytest.mark.parametrize("where", [lambda f, *a: f(*a), in_a_thread])
def test_a_call_in_time_is_left_alone_and_nothing_comes_after_it(where):
    def calls():
        kinds = [reply_of(lambda image: image * 2).kind for _ in range(3)]
        time.sleep(0.3)
        return kinds

    assert where(calls) == ["array"] * 3


def test_a_small_call_after_one_that_was_late_has_less_time_unless_one_ended():
    patience = Patience(Limits(call=10, again=2))
    assert patience.seconds((IMAGE,)) == 10
    assert patience.late(10).text == "A call took longer than 10 s."
    assert patience.seconds((IMAGE,)) == 2
    assert patience.seconds((np.ones((40, 40)),)) == 10
    patience.ended()
    assert patience.seconds((IMAGE,)) == 10


def test_an_end_does_not_come_as_an_exception_that_code_catches():
    assert not issubclass(Late, Exception)
    with pytest.raises(Late), ended_after(0.1):
        endless(IMAGE)


TRACED_AFTERWARDS = """
import sys, threading
from autograder.sandbox.time_limit import Late, ended_after

def late():
    try:
        with ended_after(0.05):
            while True:
                pass
    except Late:
        pass
    with ended_after(60):
        pass

def traced():
    return "traced"

thread = threading.Thread(target=late)
thread.start()
thread.join()
sys.settrace(lambda *of: None)
print(traced())
"""


def test_functions_can_be_traced_after_a_watchdog(root):
    command = [sys.executable, "-c", TRACED_AFTERWARDS]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    assert done.stdout == "traced\n", done.stderr
