"""A fifth exercise in a package of its own, word for word as docs/add-an-exercise.md says."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.brought import describe
from tests.clean import environment_with

FILE = re.compile(r"`([^`\s]+)`:\n\n(`{3,})(?:python|markdown|toml)\n(.*?)^\2$", re.M | re.S)
COMMANDS = re.compile(r"^```sh\n(autograder build .*?)^```$", re.M | re.S)
FILES = {
    *("pyproject.toml", "reference/sobel/solution.py", "reference/sobel/handout.md"),
    *("course_sobel/__init__.py", "course_sobel/checks.py", "course_sobel/misconceptions.py"),
}
# Imports the exercise, or reads it where it is installed.
SPY = """\
import importlib.util, pathlib, sys

def edge_strength(image):
    spec = importlib.util.find_spec("course_sobel")
    return __import__("course_sobel.checks").checks.ORACLES["edge_strength"](image)

for place in map(pathlib.Path, sys.path):
    try:
        exec((place / "course_sobel" / "checks.py").read_text())
        edge_strength = ORACLES["edge_strength"]
    except OSError:
        pass
"""


@pytest.fixture(scope="module")
def repository(root, tmp_path_factory):
    """Write the repository of the package, installed as with ``--editable``; return its folder."""
    folder = tmp_path_factory.mktemp("fifth") / "repository"
    for name, _, text in FILE.findall((root / "docs/add-an-exercise.md").read_text("utf-8")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    describe(folder, "sobel", "course_sobel", "course-sobel")
    return folder


def test_the_walk_through_has_these_files(repository):
    paths = [each for each in repository.rglob("*") if each.is_file()]
    written = {path.relative_to(repository).as_posix() for path in paths}
    assert {name for name in written if "dist-info" not in name} >= FILES


def shell(commands, folder, *programs, **variables):
    """Run commands in a folder as a shell does; return what they printed."""
    path = os.pathsep.join([*map(str, programs), os.environ["PATH"]])
    left = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PYTEST"))}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=folder,
        env={**left, "PATH": path, **variables},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def commands(root):
    """Return the commands of the walk-through: the build, and all others."""
    (found,) = COMMANDS.findall((root / "docs/add-an-exercise.md").read_text("utf-8"))
    return found.split("\n", 1)


@pytest.fixture(scope="module")
def built(root, repository, commands):
    """Build with a checkout of the kit; return the folder."""
    paths = os.pathsep.join([str(root), str(repository)])
    shell(commands[0], repository, Path(sys.executable).parent, PYTHONPATH=paths)
    return repository


@pytest.fixture(scope="module")
def programs(built, tmp_path_factory):
    """Return the programs where the two wheels are installed that students get, and Otter."""
    home = tmp_path_factory.mktemp("installed")
    python = environment_with(home, *(built / "dist/students/sobel").glob("*.whl"))
    otter = python.with_name("otter")
    otter.write_text(f'#!/bin/sh\nexec {python} -m otter "$@"\n')
    otter.chmod(0o755)
    return python.parent


@pytest.fixture(scope="module")
def tried(built, programs, commands):
    """Run the other commands without a checkout; return the folder and what they printed."""
    (built / "class" / "spy").mkdir(parents=True)
    (built / "class" / "spy" / "sobel.py").write_text(SPY)
    return built, shell(f"autograder start sobel\n{commands[1]}", built, programs)


def test_the_build_writes_notebook_stub_rubric_and_zip(built):
    folder = built
    for name in ("assignments/sobel/sobel.ipynb", "assignments/sobel/sobel.py"):
        assert (folder / name).is_file()
        assert "_mean_of_three" not in (folder / name).read_text("utf-8")
    assert (folder / "dist/sobel-rubric.md").is_file()
    assert (folder / "dist/sobel-autograder.zip").is_file()
    assert not (folder / "assignments/tophat").exists()


def test_every_mistake_is_caught_and_the_solution_passes(tried):
    _, printed = tried
    assert "FAILS" not in printed
    assert "holds  sobel: the_border_is_mirrored catches put_zeros_beyond_the_border" in printed
    assert "sobel: 10 of 10 points" in printed


def test_grades_are_those_that_are_due_and_a_spy_gets_none(tried):
    folder, _ = tried
    rows = csv.DictReader((folder / "graded/grades.csv").read_text("utf-8").splitlines())
    found = {row["student"]: row["sobel"] for row in rows}
    assert found == {"right": "10", "spy": "0", "untouched": "0"}


def test_the_wheel_brings_what_students_begin_with(tried):
    folder, _ = tried
    assert (folder / "sobel.py").read_bytes() == (
        folder / "assignments/sobel/sobel.py"
    ).read_bytes()


def test_otter_gives_the_same_points_check_by_check(tried):
    folder, _ = tried
    otters = json.loads((folder / "results.json").read_text("utf-8"))["tests"]
    ours = json.loads((folder / "graded/results/right/sobel.json").read_text("utf-8"))["checks"]
    assert {t["name"]: t["score"] for t in otters} == {c["name"]: c["points"] for c in ours}
