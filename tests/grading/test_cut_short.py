"""Grading that cannot go on says so in a sentence, and what is safe."""

import errno
import os
from functools import partial

import pytest

from autograder.grading.retrying import Stopped
from autograder.grading.signing import signature


@pytest.fixture
def grade(run, class_of, tmp_path):
    """Grade a class of three without running anything; return the result of the command."""
    folder = class_of(a="1", b="22", c="333")[0].path.parents[1]
    return partial(run, "grade", folder, "--out", tmp_path / "out")


def failing_at(calls, original, error):
    """Return a function that raises an error from a certain call on."""
    left = iter(range(calls))

    def function(*arguments):
        if next(left, None) is None:
            raise error
        return original(*arguments)

    return function


def test_a_full_disk_is_a_sentence_that_says_what_is_safe(grade, tmp_path, monkeypatch):
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    signature(b"")  # so that the key is there
    with monkeypatch.context() as patch:
        # The ledger, the class, the table, two results; then the third.
        patch.setattr("os.fsync", failing_at(5, os.fsync, full))
        result = grade()
    assert result.exit_code == 2
    assert f"cannot be written to {tmp_path / 'out'}: No space left on device." in result.output
    assert (
        "2 of 3 results are done and are kept; run the same command again for the rest."
    ) in result.output
    assert "Traceback" not in result.output
    again = grade()
    assert again.output.startswith("2 of 3 have not changed since they were graded.")
    table = (tmp_path / "out" / "grades.csv").read_text()
    assert table.splitlines()[1:] == ["a,1,1,25", "b,2,2,25", "c,3,3,25"]


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (KeyboardInterrupt(), 130, "Interrupted. 1 of 3 results are done"),
        (Stopped("The cluster is gone."), 2, "The cluster is gone. 1 of 3 results are done"),
    ],
)
def test_what_was_graded_before_an_end_is_kept(
    grade, pool, tmp_path, monkeypatch, error, status, sentence
):
    with monkeypatch.context() as patch:
        patch.setattr(pool, "submit", failing_at(2, pool.submit, error))
        result = grade()
    assert result.exit_code == status
    assert sentence in result.output
    table = (tmp_path / "out" / "grades.csv").read_text()
    assert table.splitlines()[1:] == ["a,1,1,25", "b,,,25", "c,,,25"]
    pool.graded.clear()
    grade()
    assert pool.graded == ["b", "c"]


def test_ctrl_c_while_pages_are_written_says_that_the_grades_are_safe(grade, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("autograder.reports.pages.write_pages", interrupted)
    result = grade()
    assert result.exit_code == 130
    assert "The results and the grades are safe; `autograder report` writes" in result.output


def test_results_of_another_user_are_a_sentence(grade, tmp_path, monkeypatch):
    def refused(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refused)
    result = grade()
    assert result.exit_code == 2
    assert f"{tmp_path / 'out'} cannot be read or written: Permission denied." in result.output


def test_processes_here_and_a_cluster_exclude_each_other(grade):
    result = grade("--jobs", "2", "--scheduler", "tcp://127.0.0.1:8786")
    assert result.exit_code == 2
    assert "--jobs or --scheduler" in result.output


def test_grade_says_that_the_seed_changed_before_it_grades_all_again(grade):
    assert "Another seed" not in grade().output
    assert "Another seed" not in grade().output
    assert "The seed changed, so everything is graded again" in grade("--seed", "b").output


def test_without_a_seed_that_of_the_last_grading_counts(grade):
    grade("--seed", "b")
    again = grade().output
    assert "3 of 3 have not changed" in again
    assert "Another seed" not in again
