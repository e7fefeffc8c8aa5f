"""A class is graded download by download, or at once, with the same grades; nothing is lost."""

import csv

import pytest

from autograder.commands.console import FAILED, FAULT, PASSED
from tests.course.submissions.samples import FLIPPED, RIGHT, SKULL, TOPHAT, put, zip_of


@pytest.fixture
def grade(pool, monkeypatch, tmp_path):
    """Grade downloads into a folder with a `PretendPool`; return the result and the table."""
    from click.testing import CliRunner

    from autograder.cli import main

    monkeypatch.setattr("autograder.grading.pool.LocalPool", lambda *_: pool)

    def graded(*folders, out="out", command="grade", **options):
        words = [str(tmp_path / each) for each in folders]
        words += ["--out", str(tmp_path / out), "--seed", "s"]
        for name, value in options.items():
            words += [f"--{name.replace('_', '-')}", value]
        result = CliRunner().invoke(main, [command, *words])
        return result, table(tmp_path / out)

    return graded


def table(out):
    """Return the rows of a table of grades, by student."""
    if not (out / "grades.csv").exists():
        return {}
    with open(out / "grades.csv", newline="", encoding="utf-8") as file:
        return {row.pop("student"): row for row in csv.DictReader(file)}


@pytest.fixture
def labs(tmp_path):
    """Make a download of Canvas' for each of two labs, and one of a second section."""
    put(tmp_path, "convolution/exampleada_1_10_hw.py", RIGHT)
    put(tmp_path, "convolution/exampleben_2_11_hw.py", FLIPPED)
    put(tmp_path, "convolution/examplecleo_3_12_essay.pdf", "%PDF")
    put(tmp_path, "tophat/exampleada_1_20_hw.py", TOPHAT)
    put(tmp_path, "tophat/exampledi_4_21_hw.py", TOPHAT)
    put(tmp_path, "tophat/exampleben_2_22_hw.rar", "Rar!")
    put(tmp_path, "section/exampleeve_5_13_hw.py", RIGHT)
    put(tmp_path, "section/exampleben_9_14_hw.py", RIGHT)
    return [
        zip_of(tmp_path / name, tmp_path / f"{name}.zip")
        for name in ("convolution", "tophat", "section")
    ]


def test_a_class_has_the_same_grades_download_by_download_and_at_once(grade, labs, tmp_path):
    at_once, expected = grade(*labs, out="at once")
    assert at_once.exit_code == FAILED
    for each in labs:
        _, grades = grade(each)
    assert grades == expected
    assert (tmp_path / "out/grades.csv").read_bytes() == (
        tmp_path / "at once/grades.csv"
    ).read_bytes()
    _, grades = grade(labs[0])
    assert grades == expected
    assert (tmp_path / "out/identities.csv").read_bytes() == (
        tmp_path / "at once/identities.csv"
    ).read_bytes()


def test_every_student_whom_a_download_names_has_a_row_and_no_0_for_what_was_not_graded(
    grade, labs
):
    result, rows = grade(*labs)
    points = {name: (row["convolution"], row["tophat"], row["total"]) for name, row in rows.items()}
    right, flipped, tophat = (str(len(each.read_bytes())) for each in (RIGHT, FLIPPED, TOPHAT))
    assert points == {
        "exampleada_1": (right, tophat, str(int(right) + int(tophat))),
        "exampleben_2": (flipped, "", ""),
        "exampleben_9": (right, "", right),
        "examplecleo_3": ("", "", ""),
        "exampledi_4": ("", tophat, tophat),
        "exampleeve_5": (right, "", right),
    }
    assert result.output.splitlines()[-2:] == [
        "8 files may be work: 6 graded, 0 replaced by another, 2 left out.",
        "2 students have work that was not graded: exampleben_2, examplecleo_3.",
    ]


def test_an_exercise_changes_only_where_a_download_holds_it(grade, labs, tmp_path):
    _, before = grade(*labs)
    put(tmp_path, "skull/exampleada_1_30_hw.py", SKULL)
    _, after = grade("skull")
    assert {name: {**row, **before[name]} for name, row in after.items()} == {
        name: {**after[name], **row} for name, row in before.items()
    }
    assert after["exampleada_1"]["skull_removal"]


def test_another_exercise_may_take_the_place_of_a_download(grade, labs, tmp_path):
    grade(labs[0])
    (tmp_path / "convolution.zip").write_bytes((tmp_path / "tophat.zip").read_bytes())
    _, rows = grade("convolution.zip")
    _, expected = grade("convolution", "tophat", out="at once")
    assert rows == expected


def test_what_is_no_longer_in_a_download_is_no_longer_in_the_table(grade, tmp_path):
    for name in ("ada", "ben"):
        put(tmp_path, f"class/{name}/convolution.py", RIGHT)
    grade("class")
    (tmp_path / "class/ben/convolution.py").unlink()
    (tmp_path / "class/ben").rmdir()
    result, rows = grade("class")
    assert list(rows) == ["ada"]
    assert "No longer in the download" in result.output


def test_everything_that_was_graded_needs_no_look(grade, tmp_path):
    put(tmp_path, "class/ada/convolution.py", RIGHT)
    put(tmp_path, "class/ada/old/convolution.py", FLIPPED)
    put(tmp_path, "class/ada/notes.txt", "nothing")
    result, _ = grade("class")
    assert result.exit_code == PASSED
    assert result.output.splitlines()[-1] == (
        "2 files may be work: 1 graded, 1 replaced by another, 0 left out."
    )


def test_the_exercise_of_a_file_that_fits_two_can_be_said(grade, tmp_path):
    put(tmp_path, "class/ada/hw.py", RIGHT.read_text() + "\ndef convolve3d(a, b):\n    pass\n")
    result, _ = grade("class")
    assert result.exit_code == FAULT
    assert "say which with --exercise" in result.output
    result, rows = grade("class", exercise="convolution")
    assert result.exit_code == PASSED
    assert rows["ada"]["convolution"]


def test_a_file_with_two_exercises_has_both_after_a_run_with_each(grade, tmp_path):
    whole = RIGHT.parents[1] / "right_with_windows" / "tophat.py"
    put(tmp_path, "class/ada/all.py", RIGHT.read_text() + whole.read_text())
    put(tmp_path, "class/ben/hw.py", RIGHT)
    put(tmp_path, "class/eve/hw.py", whole)
    result, _ = grade("class")
    assert "For another one, run the command again with its name" in " ".join(result.output.split())
    grade("class", exercise="convolution")
    result, grades = grade("class", exercise="tophat")
    assert result.exit_code == PASSED
    assert all(grades["ada"][name] for name in ("convolution", "tophat"))
    put(tmp_path, "class/ada/all.py", RIGHT.read_text() + whole.read_text() + "# again\n")
    _, grades = grade("class", exercise="tophat")
    assert not grades["ada"]["convolution"]


def test_a_shape_that_is_not_clear_is_refused_before_anything_is_written(grade, tmp_path):
    put(tmp_path, "class/mon/ana/c.py", RIGHT)
    put(tmp_path, "class/tue/cy/c.py", RIGHT)
    result, rows = grade("class")
    assert (result.exit_code, rows) == (FAULT, {})
    assert "mon/ with ana/" in result.output
    _, rows = grade("class", folders_are="sections")
    assert list(rows) == ["ana", "cy"]


def test_a_regrading_has_the_whole_class(grade, labs, tmp_path, pool, monkeypatch):
    from click.testing import CliRunner

    from autograder.cli import main

    for each in labs:
        _, before = grade(each)
    labs[1].unlink()  # its results stay
    monkeypatch.setattr("autograder.grading.jobs.exercise_version", lambda name: "another")
    result = CliRunner().invoke(main, ["regrade", str(tmp_path / "out"), "--yes"])
    assert result.exit_code == 0, result.output
    assert table(tmp_path / "out") == before


def test_a_report_leaves_the_totals_as_they_are(grade, labs, tmp_path):
    from click.testing import CliRunner

    from autograder.cli import main

    _, before = grade(*labs)
    CliRunner().invoke(main, ["report", str(tmp_path / "out")])
    assert table(tmp_path / "out") == before
