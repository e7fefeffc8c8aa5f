"""Result files are replaced in one step, and hold nothing that a spreadsheet would run."""

import pytest

from autograder.authoring.outcome import overall_status
from autograder.exercises import load_exercise
from autograder.files import replace
from autograder.grading.lock import locked
from autograder.grading.results import write_grades
from autograder.judging.grade import without_running
from autograder.reports.terminal import check_report, grade_line


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "grades.csv"
    replace(path, "old")

    def disk_is_full(descriptor):
        raise OSError("No space left on device")

    monkeypatch.setattr("os.fsync", disk_is_full)
    with pytest.raises(OSError, match="No space"):
        replace(path, "new")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["grades.csv"]


@pytest.mark.parametrize("name", ["=1+1", "+x", "-x", "@x"])
def test_a_students_name_is_no_formula(tmp_path, name):
    one = load_exercise("convolution")
    write_grades(tmp_path, [name], [without_running(one, name)])
    assert f"\n'{name}," in (tmp_path / "grades.csv").read_text()


def test_a_student_without_a_submission_has_empty_cells(tmp_path):
    result = without_running(load_exercise("convolution"), "b", "crashed")
    write_grades(tmp_path, ["a", "b"], [result | {"points": 3}])
    assert (tmp_path / "grades.csv").read_text() == (
        "student,convolution,total,possible\na,,,25\nb,3,3,25\n"
    )


def test_a_total_is_empty_where_it_would_leave_out_work_that_was_not_graded(tmp_path):
    one, other = (
        without_running(load_exercise(name), student, "crashed") | {"points": 3}
        for student, name in [("a", "convolution"), ("b", "tophat")]
    )
    write_grades(tmp_path, ["a", "b"], [one, other, one | {"student": "b"}], unsure={"a", "b"})
    assert (tmp_path / "grades.csv").read_text().splitlines()[1:] == ["a,3,,,45", "b,3,3,6,45"]
    write_grades(tmp_path, ["a", "b"], [one, other])
    assert (tmp_path / "grades.csv").read_text().splitlines()[1:] == ["a,3,,3,45", "b,,3,3,45"]


def test_what_is_not_graded_yet_has_neither_points_nor_a_total(tmp_path):
    results = [without_running(load_exercise(name), "a") for name in ("tophat", "convolution")]
    write_grades(tmp_path, ["a"], [results[0], results[1] | {"status": "failed", "points": 3}])
    assert (tmp_path / "grades.csv").read_text() == (
        "student,convolution,tophat,total,possible\na,3,,,45\n"
    )


def test_what_a_killed_command_left_half_written_is_removed_by_the_next(tmp_path):
    path = tmp_path / "results" / "a" / "convolution.json"
    replace(path, "whole")
    (path.parent / f".{path.name}.abcd_123").write_text("ha")
    (tmp_path / ".grades.csv.abcd_123").write_text("lf")
    replace(tmp_path / "return" / ".moodle.zip.abcd_123", "half")
    with locked(tmp_path):
        files = {each for each in tmp_path.rglob("*") if each.is_file()}
    assert files == {path, tmp_path / ".lock"}


@pytest.mark.parametrize(
    ("statuses", "overall"),
    [
        (["passed", "passed"], "passed"),
        (["passed", "failed"], "failed"),
        (["crashed", "crashed"], "crashed"),
        (["timed_out", "passed"], "failed"),
        (["passed", "grader_error"], "grader_error"),
    ],
)
def test_a_submission_has_the_status_that_its_checks_share(statuses, overall):
    checks = [{"status": each, "possible": 1, "optional": False} for each in statuses]
    unwritten = {"status": "not_written", "possible": 0, "optional": True}
    assert overall_status(checks) == overall_status([*checks, unwritten]) == overall


def test_names_and_messages_cannot_steer_a_terminal():
    one = load_exercise("convolution")
    record = without_running(one, "\x1b[2Ja\u202eb", "crashed", "\x1b]0;title\x07")
    assert "\x1b" not in grade_line(record).plain + check_report(record).plain
    assert "\u202e" not in grade_line(record).plain
