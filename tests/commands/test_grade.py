"""What `grade` says at its end: the exit status, and a table."""

import re
import sys
import types
from concurrent.futures import Future

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.commands.console import FAILED, FAULT, PASSED
from autograder.course.submissions.folders import LARGEST
from autograder.exercises import load_exercise
from autograder.grading.grader import grade_job


@pytest.fixture
def run(pool, monkeypatch, tmp_path):
    """Grade a class whose processes are a `PretendPool`; return the result."""
    monkeypatch.setattr("autograder.grading.pool.LocalPool", lambda *_: pool)
    words = ["grade", str(tmp_path / "class"), "--out", str(tmp_path / "out"), "--seed", "s"]
    return lambda: CliRunner().invoke(main, words)


@pytest.mark.parametrize("status", ["passed", "failed", "crashed", "timed_out", "not_written"])
def test_lost_points_are_no_failure_of_grading(class_of, run, pool, status):
    class_of(ada="1", ben="22")
    pool.status = status
    assert run().exit_code == PASSED
    assert run().exit_code == PASSED  # the same when nothing has changed


def test_a_fault_of_ours_needs_a_look(class_of, run, pool, monkeypatch):
    class_of(ada="1", ben="22")
    fine = type(pool).submit

    def submit(self, job):
        self.status = "grader_error" if job.student == "ada" else "failed"
        return fine(self, job)

    monkeypatch.setattr(type(pool), "submit", submit)
    assert run().exit_code == FAILED


def test_a_class_of_which_nothing_could_be_graded_is_a_fault(class_of, run, pool):
    class_of(ada="1")
    pool.status = "grader_error"
    assert run().exit_code == FAULT


def test_the_points_of_a_small_class_are_shown(class_of, run):
    class_of(ada="1", ben="22")
    lines = run().output.splitlines()
    (header,) = (line for line in lines if line.split()[:1] == ["student"])
    assert header.split() == ["student", "convolution", "total", "possible"]
    assert [line.split() for line in lines[lines.index(header) + 1 :][:2]] == [
        ["ada", "1", "1", "25"],
        ["ben", "2", "2", "25"],
    ]


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def broken(monkeypatch):
    """Break a module of an exercise of the kit, as one that is edited may be."""

    def break_module(part):
        name = f"autograder.exercises.convolution{part}"
        monkeypatch.setitem(sys.modules, name, None)
        load_exercise.cache_clear()

    yield break_module
    load_exercise.cache_clear()


@pytest.mark.parametrize("part", [".checks", ".misconceptions", ".choices"])
def test_a_kit_that_does_not_load_grades_nothing(class_of, run, broken, tmp_path, part):
    class_of(ada="1")
    assert run().exit_code == PASSED
    before = contents(tmp_path / "out")
    class_of(ada="22", ben="1")
    broken(part)
    result = run()
    assert result.exit_code == FAULT
    said = next(line for line in result.output.splitlines() if line.startswith("Error"))
    path = f"autograder/exercises/convolution{part.replace('.', '/')}"
    assert said.startswith(f"Error: {path} cannot be loaded. ModuleNotFoundError")
    assert said.endswith("Nothing was graded. The earlier grades stay as they are.")
    assert contents(tmp_path / "out") == before


def test_an_exercise_that_declares_nothing_is_a_sentence(class_of, run, broken):
    class_of(ada="1")
    broken("")
    result = run()
    assert result.exit_code == FAULT
    assert result.output.startswith("Error: autograder/exercises/convolution cannot be loaded.")


def test_a_module_that_lacks_what_it_is_for_is_named(class_of, run, broken, monkeypatch):
    class_of(ada="1")
    broken(".misconceptions")
    empty = types.ModuleType("autograder.exercises.convolution.misconceptions")
    monkeypatch.setitem(sys.modules, empty.__name__, empty)
    assert "convolution/misconceptions has no MISCONCEPTIONS." in run().output


def test_a_notebook_that_is_too_large_has_no_points_and_is_said_last(
    class_of, run, pool, tmp_path, monkeypatch
):
    pretended = type(pool).submit

    def submit(self, job):
        future = pretended(self, job)
        if job.source.problem:
            future = Future()
            future.set_result(grade_job(job))
        return future

    monkeypatch.setattr(type(pool), "submit", submit)
    class_of(ada="1")
    for student in ("ben", "cy"):
        notebook = tmp_path / "class" / student / "convolution.ipynb"
        notebook.parent.mkdir()
        with notebook.open("wb") as file:
            file.truncate(LARGEST + 1)
    for _ in range(2):
        result = run()
        assert result.exit_code == FAILED
        *_, ben, cy, counts, last = result.output.splitlines()
        assert counts == "3 files may be work: 1 graded, 0 replaced by another, 2 left out."
        assert last == "2 students have work that was not graded: ben, cy."
        for line in (ben, cy):
            assert re.match(r"(ben|cy)/convolution: not graded\. .* is larger than 20 MB\. ", line)
            assert line.endswith("Clear its outputs, save it and hand it in again.")
        table = (tmp_path / "out" / "grades.csv").read_text()
        assert table.splitlines()[2:] == ["ben,,,25", "cy,,,25"]
    assert LARGEST == 20 * 1024**2
