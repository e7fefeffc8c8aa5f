"""A fifth exercise, added word for word as docs/add-an-exercise.md says."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FOLDERS = ("reference/sobel/", "autograder/exercises/sobel/")
FILE = re.compile(r"`([^`\s]+/[^`\s]+)`:\n\n(`{3,})(?:python|markdown)\n(.*?)^\2$", re.M | re.S)
COMMANDS = re.compile(r"^```sh\n(autograder build .*?)^```$", re.M | re.S)
NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "dist", "graded", "tests", "*.egg-info")


def contents(folder):
    """Return the files below a folder, by their path in it."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def added(root, tmp_path_factory):
    """Add the exercise to a copy of the repository; return the copy and what was there before."""
    copy = tmp_path_factory.mktemp("fifth") / "repository"
    shutil.copytree(root, copy, ignore=NOT_COPIED)
    before = contents(copy)
    for name, _, text in FILE.findall((copy / "docs/add-an-exercise.md").read_text("utf-8")):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text, encoding="utf-8")
    return copy, before


@pytest.fixture(scope="module")
def tried(added):
    """Run the commands in the copy, as a shell does; return the copy and what they printed."""
    copy, _ = added
    (commands,) = COMMANDS.findall((copy / "docs/add-an-exercise.md").read_text("utf-8"))
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": programs, "PYTHONPATH": str(copy)}
    shell = ["bash", "-euo", "pipefail", "-c", commands]
    done = subprocess.run(shell, cwd=copy, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return copy, done.stdout


def test_two_folders_are_all_that_differs(added):
    copy, before = added
    after = contents(copy)
    assert {name: after[name] for name in before} == before
    assert {name for name in after if name not in before} == {
        *(f"{FOLDERS[0]}{name}" for name in ("solution.py", "handout.md")),
        *(f"{FOLDERS[1]}{name}" for name in ("__init__.py", "checks.py", "misconceptions.py")),
    }


def test_the_build_writes_notebook_stub_rubric_and_zip(tried):
    copy, _ = tried
    for name in ("assignments/sobel/sobel.ipynb", "assignments/sobel/sobel.py"):
        assert (copy / name).is_file()
        assert "_mean_of_three" not in (copy / name).read_text("utf-8")
    assert (copy / "dist/sobel-rubric.md").is_file()
    assert (copy / "dist/sobel-autograder.zip").is_file()


def test_every_mistake_is_caught_and_the_solution_passes(tried):
    _, printed = tried
    assert "FAILS" not in printed
    assert "holds  sobel: the_border_is_mirrored catches put_zeros_beyond_the_border" in printed
    assert "sobel: 10 of 10 points" in printed


def test_grades_are_those_that_are_due(tried):
    copy, _ = tried
    rows = csv.DictReader((copy / "graded/grades.csv").read_text("utf-8").splitlines())
    assert {row["student"]: row["sobel"] for row in rows} == {"right": "10", "untouched": "0"}


def test_otter_gives_the_same_points_check_by_check(tried):
    copy, _ = tried
    otters = json.loads((copy / "results.json").read_text("utf-8"))["tests"]
    ours = json.loads((copy / "graded/results/right/sobel.json").read_text("utf-8"))["checks"]
    assert {t["name"]: t["score"] for t in otters} == {c["name"]: c["points"] for c in ours}
