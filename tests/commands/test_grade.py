"""What `grade` says at its end: the exit status, and a table."""

import pytest

from autograder.commands.console import FAILED, FAULT, PASSED


@pytest.fixture
def run(pool, monkeypatch, tmp_path):
    """Grade a class whose processes are a `PretendPool`; return the result."""
    from click.testing import CliRunner

    from autograder.cli import main

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
