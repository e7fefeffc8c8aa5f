"""A submission that takes long says so at once where others wait, and is judged where none do."""

import numpy as np
import pytest

from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits, TookLong
from autograder.sandbox.protocol import request

LOOP = b"while True: pass"
LOOPS_WHEN_CALLED = b"def f(image):\n    while True: pass"
WRITTEN = b"def f(image): return image + 1"


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(Limits(load=1, ahead=0.5), only=WRITTEN) as running:
        running.hurries = True
        running.open(WRITTEN, ".py", ["f"]).close()
        yield running


def ahead(worker):
    asked = request([("f", (np.ones((2, 2)),))])
    return worker.ask_ahead({"f"}, 1, lambda: asked)()


def test_a_file_that_never_ends_keeps_nobody_waiting(sandbox):
    with pytest.raises(TookLong):
        sandbox.open(LOOP, ".py", ["f"])


def test_a_call_that_never_ends_keeps_nobody_waiting(sandbox):
    worker = sandbox.open(LOOPS_WHEN_CALLED, ".py", ["f"])
    with pytest.raises(TookLong):
        ahead(worker)
    assert worker.pid is None


def test_where_nobody_waits_it_is_said_what_took_too_long(sandbox, monkeypatch):
    monkeypatch.setattr(sandbox, "hurries", False)
    worker = sandbox.open(LOOP, ".py", ["f"])
    assert worker.subjects["f"].state == "late"
    worker = sandbox.open(LOOPS_WHEN_CALLED, ".py", ["f"])
    assert ahead(worker) is None
