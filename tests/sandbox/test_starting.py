"""A sandbox that cannot be started now is started later, and leaves nothing behind."""

import errno
import os
import signal
import subprocess
import tempfile
import time

import numpy as np
import pytest

from autograder.authoring.failures import GraderError
from autograder.sandbox import homes, server
from autograder.sandbox.homes import Home, remove_abandoned
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits

SOURCE = b"def f(image): return image + 1"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Have homes in a folder of this test, and wait for nothing."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(server, "PAUSES", (0, 0, 0, 0))
    return tmp_path


@pytest.fixture
def failing(monkeypatch):
    """Let a function fail with an error of the system some times, then work as ever."""

    def let_fail(owner, name, code, times):
        real, left = getattr(owner, name), [code] * times

        def failing_first(*arguments, **options):
            if left:
                raise OSError(left.pop(), os.strerror(code))
            return real(*arguments, **options)

        monkeypatch.setattr(owner, name, failing_first)

    return let_fail


def works(sandbox):
    worker = sandbox.open(SOURCE, ".py", ["f"])
    result = worker.subjects["f"](np.zeros(2))
    worker.close()
    return result.tolist() == [1, 1]


@pytest.mark.parametrize(
    ("owner", "name", "code", "times"),
    [
        (subprocess, "Popen", errno.EAGAIN, 2),
        (homes.tempfile, "mkdtemp", errno.ENOSPC, 2),
        (homes.os, "open", errno.EMFILE, 1),
    ],
)
def test_a_start_that_fails_leaves_nothing_and_is_tried_again(
    place, failing, owner, name, code, times
):
    with Sandbox(Limits(), of_all=b"") as sandbox:
        os.kill(sandbox.server().pid, signal.SIGKILL)
        failing(owner, name, code, times)
        assert works(sandbox)
        assert len(list(place.iterdir())) == 1
    assert list(place.iterdir()) == []


def test_a_first_start_that_fails_is_tried_again_for_the_first_worker(place, failing):
    failing(subprocess, "Popen", errno.EAGAIN, 2)
    with Sandbox(Limits(), of_all=b"") as sandbox:
        assert works(sandbox.start(()))
    assert list(place.iterdir()) == []


def test_a_full_disk_is_emptied_before_the_next_worker(place, failing):
    with Sandbox(Limits(), of_all=b"") as sandbox:
        assert works(sandbox)
        filled = os.path.join(sandbox.server().home, "filled")
        with open(filled, "w") as file:
            file.write("by a submission")
        failing(server.scratch, "make", errno.ENOSPC, 1)
        assert works(sandbox)
        assert not os.path.exists(filled)
    assert list(place.iterdir()) == []


def test_what_never_works_is_a_fault_of_ours_and_the_next_submission_is_tried(place, failing):
    with Sandbox(Limits(), of_all=b"") as sandbox:
        failing(server.scratch, "make", errno.EDQUOT, 4)
        with pytest.raises(GraderError, match="could not be started"):
            works(sandbox)
        assert works(sandbox)


def test_folders_that_a_killed_grader_left_are_removed_and_no_others(place):
    def made(name, age):
        path = place / name
        path.mkdir()
        (path / "filled").write_text("the disk")
        os.utime(path, (time.time() - age,) * 2)
        return path

    abandoned, young = made("autograder-a", 3600), made("autograder-b", 60)
    another, secret = made("b-autograder", 3600), made("secret", 3600)
    (place / "autograder-link").symlink_to(secret)
    living = Home()
    os.utime(living.path, (time.time() - 3600,) * 2)
    remove_abandoned()
    assert not abandoned.exists()
    assert all((each / "filled").exists() for each in (young, another, secret))
    assert os.path.exists(living.path)
    living.remove()
    assert not os.path.exists(living.path)
