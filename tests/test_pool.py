"""Processes of the pool are forked with what is found for all of them, where that is safe."""

import os
import subprocess
import sys

import pytest

SCRIPT = """
import threading
from autograder import grading_process
from autograder.jobs import Job, Terms
from autograder.pool import LocalPool
from autograder.versions import exercise_version

def prepare():
    grading_process.exercise_version = lambda name: "as it is only where this was called"

if __name__ == "__main__":
    if {with_thread}:
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    source = b"def convolve2d(image, kernel): return image"
    terms = Terms("a seed")
    with LocalPool(2, terms.limits, prepare) as pool:
        for version in ("as it is only where this was called", exercise_version("convolution")):
            job = Job("somebody", "convolution", ".py", source, "", version, terms)
            error = pool.submit(job).exception()
            print("refused" if error else "graded")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are not forked")
@pytest.mark.parametrize(
    ("with_thread", "said"), [(False, ["graded", "refused"]), (True, ["refused", "graded"])]
)
def test_processes_are_forked_where_no_other_thread_could_hold_a_lock(
    with_thread, said, tmp_path, root
):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(with_thread=with_thread))
    done = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert done.stdout.split() == said, done.stderr
