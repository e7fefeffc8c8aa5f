"""A class that is graded by a course file: what counts, why, and that nothing is run for it."""

import json

import pytest

from autograder.exercises import load_exercise
from tests.commands.course_files import CAME, DUE, EXTENDED, record, table


def test_late_work_counts_less_and_work_of_unknown_time_nothing_yet(graded_by):
    out, _ = graded_by(DUE + CAME)
    rows = table(out)
    columns = ("convolution", "convolution late", "convolution counted", "total", "possible")
    assert [rows["anna"][name] for name in columns] == ["25", "0", "25", "25", "25"]
    assert [rows["ben"][name] for name in columns] == ["25", "2", "21", "21", "25"]
    assert [rows["carl"][name] for name in columns] == ["25", "", "", "", "25"]


def test_record_feedback_and_report_say_why(graded_by):
    out, _ = graded_by(DUE + CAME)
    late = record(out, "ben")["late"]
    assert (late["days"], late["counted"]) == (2, 21)
    for words in ("due on 7 March", "2 days late", "21 of its 25 points count"):
        assert words in late["why"]
    assert "21 of its 25 points count" in (out / "feedback/ben/convolution.html").read_text("utf-8")
    assert "21 count, 2 late" in (out / "report.html").read_text("utf-8")
    assert "nothing says when it came" in record(out, "carl")["late"]["why"]


def test_what_is_unknown_counts_if_the_course_says_so(graded_by):
    out, _ = graded_by(DUE.replace("[late]", '[late]\nunknown = "in time"') + CAME)
    assert table(out)["carl"]["total"] == "25"


@pytest.mark.parametrize("command", ["grade", "report"])
def test_an_extension_changes_what_counts_and_runs_nothing(graded_by, pool, command):
    out, _ = graded_by(DUE + CAME)
    ran, before = list(pool.graded), ledger(out)
    _, result = graded_by(DUE + CAME + EXTENDED, command)
    assert result.exit_code in (0, 1)
    assert table(out)["ben"]["total"] == "25"
    assert "due on 14 March" in (out / "feedback/ben/convolution.html").read_text("utf-8")
    assert pool.graded == ran
    assert ledger(out) == before


def ledger(out):
    """Return by what each result was decided, and of which file."""
    lines = map(json.loads, (out / ".graded.jsonl").read_text().splitlines())
    return {line["student"]: (line["key"], line["source"]) for line in lines if "key" in line}


@pytest.mark.parametrize("command", ["grade", "report"])
def test_other_points_for_checks_run_nothing_and_can_be_taken_back(graded_by, pool, command):
    out, _ = graded_by('exercises = ["convolution"]\n')
    ran, before = list(pool.graded), (out / "grades.csv").read_bytes()
    names = [check.name for check in load_exercise("convolution").checks]
    checks = f"{names[0]} = 0\n{names[1]} = 9\n"
    graded_by(f"[exercise.convolution.checks]\n{checks}", command)
    possible = 25 - sum(c.points for c in load_exercise("convolution").checks[:2]) + 9
    assert table(out)["anna"]["possible"] == str(possible)
    assert record(out, "anna")["checks"][1]["points"] == 9
    graded_by("[exercise.convolution]\npoints = 40\nweight = 0.5\n", command)
    assert table(out)["anna"]["convolution"] == "40"
    assert table(out)["anna"]["total"] == "20"
    graded_by('exercises = ["convolution"]\n', command)
    assert (out / "grades.csv").read_bytes() == before
    assert pool.graded == ran


def test_nothing_is_graded_by_half_a_file(graded_by, pool):
    out, result = graded_by(DUE + CAME + "sed = 3\n")
    assert result.exit_code == 2
    assert "course.toml, line" in result.output
    assert pool.graded == []
    assert not (out / "grades.csv").exists()


def test_the_seed_of_the_course_is_taken_and_in_nothing_that_is_published(graded_by):
    out, _ = graded_by("seed = 'kept-to-myself'\n" + DUE + CAME)
    assert "kept-to-myself" in (out / ".graded.jsonl").read_text()
    for path in (*out.glob("feedback/*/*"), out / "report.html", out / "course.json"):
        assert "kept-to-myself" not in path.read_text("utf-8")


def test_pages_and_a_file_beside_the_grades_carry_the_digest_of_the_course_file(graded_by):
    out, _ = graded_by(DUE + CAME)
    digest = json.loads((out / "course.json").read_text("utf-8"))["digest"]
    pages = [*out.glob("feedback/*/*"), out / "report.html"]
    assert all(digest in page.read_text("utf-8") for page in pages)
    graded_by(DUE + CAME + EXTENDED)
    other = json.loads((out / "course.json").read_text("utf-8"))["digest"]
    assert other != digest
    assert all(other in page.read_text("utf-8") for page in pages)
    assert not any(digest in page.read_text("utf-8") for page in pages)


def test_a_page_that_only_names_another_course_file_is_the_page_that_would_be_written(graded_by):
    out, _ = graded_by(DUE + CAME)
    graded_by(DUE + CAME + EXTENDED)
    page = out / "feedback/anna/convolution.html"
    before = page.read_bytes()
    page.unlink()
    graded_by(DUE + CAME + EXTENDED)
    assert page.read_bytes() == before


def test_a_course_file_that_is_gone_is_missed(graded_by, tmp_path, run_pretending):
    out, _ = graded_by(DUE + CAME)
    (tmp_path / "course.toml").unlink()
    result = run_pretending("report", out)
    assert result.exit_code == 2
    assert "--course" in result.output
    assert table(out)["ben"]["total"] == "21"


def test_an_extension_for_nobody_is_said(graded_by):
    _, result = graded_by(DUE + CAME + EXTENDED.replace("BEN", "benn"))
    assert "There is no student 'benn'; did you mean 'ben'?" in " ".join(result.output.split())


def test_a_course_without_hints_shows_none_to_students(graded_by, monkeypatch):
    hinted = {"misconception": "flipped_the_kernel", "hint": "A HINT", "further": ["FURTHER"]}
    from autograder.reports.pages import writing

    shown = []
    monkeypatch.setattr(writing, "feedback_page", lambda record, *_: shown.append(record) or "")
    page = {"checks": [hinted], "student": "anna", "exercise": "convolution"}
    for hints in (True, False):
        course = writing.Course(hints=hints)
        monkeypatch.setattr(writing, "replace", lambda *_, **__: None)
        writing.FeedbackPages("nowhere", course=course).write(page)
    assert [each["checks"][0]["hint"] for each in shown] == ["A HINT", ""]


def test_a_result_that_was_rewritten_is_not_taken_for_one_of_ours(graded_by):
    out, _ = graded_by(DUE + CAME)
    path = out / "results" / "ben" / "convolution.json"
    path.write_text(path.read_text().replace('"counted": 21', '"counted": 99'))
    graded_by(DUE + CAME + EXTENDED, "report")
    assert '"counted": 99' in path.read_text()
    graded_by(DUE + CAME + EXTENDED)
    assert record(out, "ben")["late"]["counted"] == 25
