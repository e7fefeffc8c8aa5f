"""Processes of the pool are forked with what is found for all, if that is safe; they leave."""

import os
import subprocess
import sys

import pytest

PRELUDE = """
import threading
from autograder.authoring.source import Source
from autograder.grading import grader, pool as pools
from autograder.grading.jobs import Job, Terms
from autograder.grading.pool import LocalPool
from autograder.grading.fingerprint import exercise_version

if {with_thread}:
    threading.Thread(target=threading.Event().wait, daemon=True).start()

def job(source, version):
    return Job("somebody", "convolution", Source(source, ".py"), version, TERMS)

TERMS = Terms("a seed")
HONEST, LOOPING = b"def convolve2d(image, kernel): return image", b"while True: pass"
"""
FORKED = """
def prepare():
    grader.exercise_version = lambda name: "as it is only where this was called"

if __name__ == "__main__":
    with LocalPool(2, TERMS.limits, prepare=prepare) as pool:
        for version in ("as it is only where this was called", exercise_version("convolution")):
            error = pool.submit(job(HONEST, version)).exception()
            print("refused" if error else "graded")
"""
LEAVING = """
if __name__ == "__main__":
    pools.UNTIL_GONE = None  # for ever
    try:
        with LocalPool(2, TERMS.limits) as pool:
            pool.submit(job(LOOPING, exercise_version("convolution")))
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        print("left")
"""
TOO_LONG = 120


@pytest.fixture
def run(tmp_path, root):
    """Run a script in a process of its own, with another thread or without; return what it says."""

    def run(script, with_thread):
        path = tmp_path / "script.py"
        path.write_text(PRELUDE.format(with_thread=with_thread) + script)
        done = subprocess.run(
            [sys.executable, path],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(root)},
            timeout=TOO_LONG,
        )
        assert not done.returncode, done.stderr
        return done.stdout.split()

    return run


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are not forked")
@pytest.mark.parametrize(
    ("with_thread", "said"), [(False, ["graded", "refused"]), (True, ["refused", "graded"])]
)
def test_processes_are_forked_where_no_other_thread_could_hold_a_lock(run, with_thread, said):
    assert run(FORKED, with_thread) == said


@pytest.mark.parametrize("with_thread", [False, True])
def test_processes_leave_when_they_are_told_to_in_the_middle_of_a_job(run, with_thread):
    assert run(LEAVING, with_thread) == ["left"]
