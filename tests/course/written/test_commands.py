"""The command line, from submissions to points for written answers in the table of grades."""

import csv
import shutil

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.grading.results import result_path, write_record
from tests.course.written.sample import hand_in
from tests.reports.pages.sample import failing, record


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def table(out):
    with open(out / "grades.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def type_points(out, *points):
    """Type points into the first rows of the table, with semicolons, as a spreadsheet may."""
    head, *rows = (out / "written.csv").read_text().splitlines()
    filled = [row.removesuffix(",,") + f",{each}," for row, each in zip(rows, points, strict=False)]
    lines = [head, *filled, *rows[len(filled) :]]
    (out / "written.csv").write_text("\n".join(lines).replace(",", ";"), encoding="utf-8-sig")


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A class of two that was graded, its answers, and what the command printed."""
    folder = tmp_path_factory.mktemp("class")
    hand_in(folder / "submissions", "ada", ["Green.", "Edges."])
    hand_in(folder / "submissions", "bert", ["Blue."])
    result = run("grade", folder / "submissions", "--out", folder / "out", "--rubrics", folder)
    return folder, result


@pytest.fixture
def out(graded, tmp_path):
    """A folder of results, put together without grading."""
    for each in (failing("ada"), failing("bert"), record("bert", "tophat")):
        write_record(tmp_path, each)
    lines = ["student,convolution,tophat,total,possible", "ada,2,0,2,10", "bert,2,4,6,10"]
    (tmp_path / "grades.csv").write_text("\n".join(lines) + "\n")
    return tmp_path


def test_grading_writes_pages_tables_and_says_where(graded):
    folder, result = graded
    out = folder / "out"
    assert result.exit_code == 0
    assert f"The report on the class is in {out / 'report.html'}." in result.output
    assert (out / "feedback/ada/convolution.html").is_file()
    assert len(list((out / "written").glob("*.html"))) == 2
    columns = ["student", "convolution", "convolution written", "total", "possible"]
    assert list(table(out)[0]) == columns
    assert [row["convolution written"] for row in table(out)] == ["", ""]


def test_totals_are_the_same_before_and_after_the_first_answer_is_read(graded, tmp_path):
    folder, _ = graded
    out = shutil.copytree(folder / "out", tmp_path / "out")
    before = table(out)
    type_points(out, "3")
    run("report", out)
    after = table(out)
    for column in ("student", "convolution", "total", "possible"):
        assert [row[column] for row in after] == [row[column] for row in before], column
    assert {row["possible"] for row in before} == {"35"}
    assert {row["total"] for row in before} == {""}


def test_a_grade_is_blank_until_all_answers_are_read(graded, tmp_path):
    folder, _ = graded
    out = shutil.copytree(folder / "out", tmp_path / "out")
    type_points(out, "3", "1.5")
    assert "1 of 3 answers have no points yet." in run("report", out).output
    cells = [(row["convolution written"], row["total"]) for row in table(out)]
    assert sorted(cell == ("", "") for cell in cells) == [False, True]


def test_typed_points_reach_the_grades_by_report_and_by_grading_again(graded):
    folder, _ = graded
    out = folder / "out"
    type_points(out, "3", "1.5", "2")
    merged = run("report", out)
    assert merged.exit_code == 0, merged.output
    rows = table(out)
    columns = ["student", "convolution", "convolution written", "total", "possible"]
    assert list(rows[0]) == columns
    assert sum(float(row["convolution written"]) for row in rows) == 6.5
    assert all(float(row["total"]) == float(row["convolution written"]) for row in rows)
    assert {row["possible"] for row in rows} == {"35"}
    before = (out / "grades.csv").read_bytes(), (out / "written.csv").read_bytes()
    again = run("grade", folder / "submissions", "--out", out, "--rubrics", folder)
    assert "2 of 2 have not changed" in again.output
    assert ((out / "grades.csv").read_bytes(), (out / "written.csv").read_bytes()) == before


def test_report_writes_the_pages_from_the_results_alone(out):
    result = run("report", out)
    assert result.exit_code == 0, result.output
    assert (out / "report.html").is_file()
    assert len(list(out.glob("feedback/*/*.html"))) == 3
    assert table(out)[0] == {
        **{"student": "ada", "convolution": "2", "tophat": "0", "total": "2"},
        "possible": "10",
    }


def test_report_names_damaged_results_and_leaves_the_grades_as_they_are(out):
    result_path(out, "bert", "convolution").write_text("{")
    before = (out / "grades.csv").read_bytes()
    result = run("report", out)
    assert result.exit_code == 1
    assert "results/bert/convolution.json: left out, it is not JSON" in result.output
    assert (out / "grades.csv").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("grades.csv", "a,b\n", "grades.csv has no column student, total, possible"),
        ("grades.csv", "student,total,possible\n", "grades.csv has no rows; grade the class again"),
        (
            "grades.csv",
            "student,sobel,total,possible\nada,1,1,1\n",
            "has a column 'sobel' without results",
        ),
        (
            "grades.csv",
            "student,tophat,total,possible\nbert,many,1,1\n",
            "line 2: the points for tophat are 'many'",
        ),
    ],
)
def test_a_table_of_grades_that_is_none_is_told_and_kept(out, name, text, sentence):
    (out / name).write_text(text)
    result = run("report", out)
    assert result.exit_code == 2
    assert sentence in result.output
    assert (out / name).read_text() == text


def test_a_table_of_grades_that_is_not_there_is_told(out):
    (out / "grades.csv").unlink()
    result = run("report", out)
    assert result.exit_code == 2
    assert "There is no grades.csv in" in result.output


def test_a_submission_that_is_not_graded_yet_stays_empty(out):
    lines = ["student,convolution,tophat,total,possible", "ada,,0,,10", "bert,2,4,6,10"]
    (out / "grades.csv").write_text("\n".join(lines) + "\n")
    assert run("report", out).exit_code == 0
    assert (out / "grades.csv").read_text().splitlines() == lines


def test_students_who_are_no_longer_in_the_class_are_left_out(out):
    write_record(out, record("carl"))
    assert run("report", out).exit_code == 0
    assert "carl" not in (out / "report.html").read_text()
    assert not (out / "feedback/carl").exists()


def test_a_folder_without_grades_or_without_results_is_told_what_was_expected(out, tmp_path):
    assert "There is no grades.csv in" in run("report", tmp_path / "nowhere").output
    shutil.rmtree(out / "results")
    result = run("report", out)
    assert result.exit_code == 2
    assert "expected results/<student>/<exercise>.json" in result.output


def test_a_folder_that_cannot_be_written_is_told(out):
    (out / "feedback").write_text("in the way")
    result = run("report", out)
    assert result.exit_code == 2
    assert "cannot be written" in result.output
