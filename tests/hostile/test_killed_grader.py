"""A grader that is killed or interrupted half-way, as a whole or in part."""

import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.classes import find, grade_class
from tests.hostile.classes import HONEST, LIMITS, graded, hand_in, written

GRADE = """
import sys
from tests.classes import grade_class
from autograder.sandbox.limits import Limits
from tests.classes import find

if __name__ == "__main__":
    submissions, _ = find(sys.argv[1])
    limits = Limits(load=20, call=4, submission=60)
    for record in grade_class(submissions, sys.argv[2], "a seed", limits, jobs=1):
        print(record["student"], flush=True)
"""


# Where the tests run in the background, Ctrl-C is ignored, and processes inherit that.
INTERRUPTIBLE = """
import signal
from autograder.cli import main

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()
"""


@pytest.fixture
def start(tmp_path, root):
    """Start grading in a process of its own."""
    script = tmp_path / "grade.py"
    script.write_text(GRADE)

    def started(folder, out):
        return subprocess.Popen(
            [sys.executable, script, folder, out],
            env=os.environ | {"PYTHONPATH": str(root), "TMPDIR": str(tmp_path)},
            stdout=subprocess.PIPE,
            start_new_session=True,
            text=True,
        )

    return started


QUICK = (*HONEST[:3], "b02_ends_its_process")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """Grade a class without any disturbance; return its folder, and that of its results."""
    home = tmp_path_factory.mktemp("undisturbed")
    graded(hand_in(home / "class", QUICK), home / "out")
    return home / "class", home / "out"


def assert_same(out, undisturbed):
    assert written(out) == written(undisturbed)
    assert (out / "grades.csv").read_bytes() == (undisturbed / "grades.csv").read_bytes()


@pytest.mark.parametrize("whom", ["grader", "all"])
def test_a_killed_grader_loses_nothing_that_running_it_again_does_not_bring(
    tmp_path, start, undisturbed, whom
):
    folder, expected = undisturbed
    killed = start(folder, tmp_path / "out")
    killed.stdout.readline()
    if whom == "all":
        os.killpg(killed.pid, signal.SIGKILL)
    else:
        killed.kill()
    killed.wait()
    assert set(written(tmp_path / "out")) == set(QUICK)
    assert "not_run" in {each["status"] for each in written(tmp_path / "out").values()}
    again = start(folder, tmp_path / "out")
    names, _ = again.communicate()
    assert again.returncode == 0
    assert 0 < len(names.split()) < len(QUICK)
    assert_same(tmp_path / "out", expected)
    assert leftovers(tmp_path) == []


def test_a_killed_process_of_the_pool_costs_nobody_anything(tmp_path, undisturbed):
    folder, expected = undisturbed
    submissions, _ = find(folder)
    others = set(multiprocessing.active_children())
    results = grade_class(submissions, tmp_path / "out", "a seed", LIMITS, jobs=2)
    for count, _ in enumerate(results):
        if count == 1:
            max(set(multiprocessing.active_children()) - others, key=lambda each: each.pid).kill()
    assert_same(tmp_path / "out", expected)
    assert set(multiprocessing.active_children()) == others


def test_ctrl_c_is_a_sentence_and_leaves_no_process(tmp_path, root):
    names = (*QUICK, "a01_loops_in_a_call")  # so that something still runs, however late it comes
    folder = hand_in(tmp_path / "class", names)
    command = [sys.executable, "-c", INTERRUPTIBLE, "grade", folder, "--out", tmp_path / "out"]
    grading = subprocess.Popen(
        command,
        env=os.environ | {"PYTHONPATH": str(root), "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    # The first results are there.
    next(line for line in iter(grading.stdout.readline, "") if " points" in line)
    os.killpg(grading.pid, signal.SIGINT)
    said, _ = grading.communicate()
    assert grading.returncode == 130, said
    done = re.search(rf"Interrupted. (\d) of {len(names)} results are done and are kept", said)
    assert set(written(tmp_path / "out")) == set(names)
    table = (tmp_path / "out" / "grades.csv").read_text()
    assert table.count(",,") == len(names) - int(done[1])
    assert leftovers(tmp_path) == []


def leftovers(folder, patience=20.0):
    """Return the folders and the processes of a grading that are still there after a while."""
    end = time.monotonic() + patience
    while (found := [*folder.glob("autograder-*"), *processes(folder)]) and time.monotonic() < end:
        time.sleep(0.1)
    return found


def processes(folder):
    """Return the command lines of processes that have a folder in them, or in their environment."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
            known = command + (entry / "environ").read_bytes()
        except OSError:
            continue
        if os.fsencode(folder) in known:
            found.append(command)
    return found
