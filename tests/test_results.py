"""Result files are replaced in one step, and hold nothing that a spreadsheet would run."""

import pytest

from autograder.exercise import exercise
from autograder.grading import without_running
from autograder.report import check_report, grade_line
from autograder.results import overall_status, replace, write_grades


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
    one = exercise("convolution")
    write_grades(tmp_path, [name], [one], [without_running(one, name)])
    assert f"\n'{name}," in (tmp_path / "grades.csv").read_text()


def test_a_student_without_a_submission_has_no_points(tmp_path):
    one = exercise("convolution")
    write_grades(tmp_path, ["a"], [one], [])
    assert (tmp_path / "grades.csv").read_text() == (
        f"student,convolution,total,possible\na,0,0,{one.points}\n"
    )


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
    assert overall_status(statuses) == overall


def test_names_and_messages_cannot_steer_a_terminal():
    one = exercise("convolution")
    record = without_running(one, "\x1b[2Ja\u202eb", "crashed", "\x1b]0;title\x07")
    assert "\x1b" not in grade_line(record).plain + check_report(record).plain
    assert "\u202e" not in grade_line(record).plain
