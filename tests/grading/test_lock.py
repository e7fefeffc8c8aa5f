"""Only one command at a time writes into a folder of results."""

import subprocess
import sys

import pytest

from autograder.grading.class_grading import ClassGrading
from autograder.grading.jobs import Terms
from autograder.grading.lock import locked
from autograder.grading.retrying import Stopped

HOLD = """
import sys
from pathlib import Path
from autograder.grading.lock import locked
with locked(Path(sys.argv[1])):
    print("locked", flush=True)
    sys.stdin.read()
"""


def test_a_second_grading_of_a_folder_is_refused_until_the_first_ends(class_of, pool, tmp_path):
    submissions = class_of(a="1", b="22")
    first = ClassGrading(submissions, tmp_path / "out", Terms("a seed")).results(pool)
    next(first)
    second = ClassGrading(submissions, tmp_path / "out", Terms("another seed"))
    with pytest.raises(Stopped, match="Another command writes into"):
        next(second.results(pool))
    first.close()
    assert [each["student"] for each in second.results(pool)] == ["a", "b"]


def test_a_lock_ends_with_a_killed_process(tmp_path, root):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    holder.stdout.readline()
    with pytest.raises(Stopped), locked(tmp_path):
        pass
    holder.kill()
    holder.communicate()
    with locked(tmp_path):
        pass
