"""How often a command reads a submission, the ledger, and what was typed."""

from collections import Counter

import pytest

from autograder.course.submissions import submission
from autograder.course.written import key, typed
from autograder.grading import ledger
from tests.course.written.sample import hand_in


@pytest.fixture
def reads(monkeypatch):
    """Count the reads of submissions by student, and those of tables by name."""
    counted = Counter()
    contents, lines, read_sheet = submission.contents, ledger.Ledger._lines, key.read_sheet

    def counting_contents(path, most):
        counted[path.parent.name] += 1
        return contents(path, most)

    def counting_sheets(path, columns):
        counted[path.name] += 1
        return read_sheet(path, columns)

    def counting_lines(self):
        counted[ledger.NAME] += 1
        return lines(self)

    monkeypatch.setattr(submission, "contents", counting_contents)
    monkeypatch.setattr(ledger.Ledger, "_lines", counting_lines)
    for module in ("key", "tables"):
        monkeypatch.setattr(f"autograder.course.written.{module}.read_sheet", counting_sheets)
    return counted


@pytest.fixture
def grade(run, tmp_path):
    """Grade a class of three notebooks of which two are the same file; return its folder."""
    for student, answer in (("ada", "Green."), ("ben", "Red."), ("cleo", "Green.")):
        hand_in(tmp_path / "class", student, [answer])

    def graded(*options):
        run("grade", tmp_path / "class", "--out", tmp_path / "out", *options)
        return tmp_path

    return graded


TABLES = {typed.NAME: 1, key.NAME: 1}
STUDENTS = ("ada", "ben", "cleo")


def test_what_is_graded_is_read_three_times_and_a_copy_of_it_as_well(grade, reads):
    grade()
    assert {student: reads[student] for student in STUDENTS} == dict.fromkeys(STUDENTS, 3)
    assert reads[ledger.NAME] == 1


def test_with_force_nothing_is_read_more_than_twice(grade, reads):
    grade()
    reads.clear()
    grade("--force")
    assert max(reads[student] for student in STUDENTS) == 2


def test_what_has_not_changed_is_read_once_and_so_are_the_tables(grade, reads):
    grade()
    reads.clear()
    grade()
    assert reads == {**dict.fromkeys(STUDENTS, 1), **TABLES, ledger.NAME: 1}


def test_tables_that_grading_adds_to_are_read_once_more(grade, reads):
    grade()
    assert {name: reads[name] for name in TABLES} == dict.fromkeys(TABLES, 2)


def test_a_regrading_reads_the_tables_and_the_ledger_of_each_folder_once(
    grade, run, reads, monkeypatch
):
    out = grade() / "out"
    monkeypatch.setattr("autograder.grading.jobs.exercise_version", lambda name: "another")
    reads.clear()
    assert run("regrade", out, "--yes").exit_code == 0
    assert reads == {"ada": 3, "ben": 3, "cleo": 2, **TABLES, ledger.NAME: 2}


def test_a_report_reads_the_tables_and_the_ledger_once_and_no_submission(grade, run, reads):
    out = grade() / "out"
    reads.clear()
    run("report", out)
    assert reads == {**TABLES, ledger.NAME: 1}
