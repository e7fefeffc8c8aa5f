"""What cannot be filled is a sentence, and no file is ever written over."""

import pytest
from click.testing import CliRunner

from autograder.cli import main
from tests.course.gradebook.tables import CANVAS


def test_no_file_is_ever_written_over(graded, fill):
    text = "id,points\n3031,\n"
    assert fill(text, "id", "points")[0].exit_code == 1
    again, data = fill(text, "id", "points")
    assert again.exit_code == 2
    assert "is there already, and was not touched" in again.output
    assert data == b"id,points\n3031,55\n"
    into = graded.parent / "export.csv"
    same, _ = fill(text, "id", "points", "--out", into)
    assert same.exit_code == 2
    link = graded.parent / "link.csv"
    link.symlink_to(into)
    assert fill(text, "id", "points", "--out", link)[0].exit_code == 2
    other, _ = fill(text, "id", "points", "--out", graded.parent / "other.csv")
    assert other.exit_code == 1
    assert (graded.parent / "other.csv").read_bytes() == data


@pytest.mark.parametrize(
    ("text", "key", "column", "more", "sentence"),
    [
        (
            "id,points\n3031,\n",
            "number",
            "points",
            (),
            "no column 'number'. Its columns are 'id', 'p",
        ),
        ("id;points\n3031;\n", "id", "x", (), "no column 'x'. Its columns are 'id', 'points'."),
        ("id,points\n", "a", "b", (), "no column 'a' and no column 'b'."),
        ("id,points,Points\n3031,,\n", "id", "POINTS", (), "2 columns 'POINTS'"),
        ("id,points\n3031,\n", "id", "id", (), "'id' and 'id' are the same column"),
        ("id,points\n9,\n", "id", "points", (), "holds '9', and the graded students are 'ada'"),
        ('id,points\n3031,"\n', "id", "points", (), "line 2 of the table is never closed"),
        (b"PK\3\4\0\0", "id", "points", (), "The table is not text"),
        (b"", "id", "points", (), "Its columns are none"),
        (CANVAS, "ID", "Current Score", (), "is calculated, and cannot be filled"),
        ("id,points\n3031,\n", "id", "points", ("--exercise", "x"), "no points for 'x'"),
        ("id,points\n3031,\n", "id", "points", ("--out", "/dev/null/x"), "Nothing was written"),
    ],
)
def test_what_cannot_be_filled_is_a_sentence_and_no_file(fill, text, key, column, more, sentence):
    result, data = fill(text, key, column, *more)
    assert result.exit_code == 2, result.output
    assert sentence in " ".join(result.output.split())
    assert data is None


@pytest.mark.parametrize(
    ("grades", "sentence"),
    [
        (None, "There is no grades.csv in"),
        ("", "it is not what grading writes"),
        ("student,total\n", "it is not what grading writes"),
        ("student,total\nada,many\n", "are 'many', which is not a number"),
        (b"\xff", "is not the table that grading writes"),
    ],
)
def test_grades_that_cannot_be_used_are_a_sentence(graded, fill, grades, sentence):
    (graded / "grades.csv").unlink()
    if grades is not None:
        data = grades if isinstance(grades, bytes) else grades.encode()
        (graded / "grades.csv").write_bytes(data)
    result, data = fill("id,points\n3031,\n", "id", "points")
    assert result.exit_code == 2
    assert sentence in " ".join(result.output.split())
    assert data is None


def test_identities_that_cannot_be_read_are_a_sentence(graded, fill):
    (graded / "identities.csv").write_bytes(b"\xff")
    result, data = fill("id,points\n3031,\n", "id", "points")
    assert result.exit_code == 2
    assert "identities.csv is not what grading writes" in " ".join(result.output.split())
    assert data is None


def test_a_gradebook_that_is_not_there_is_a_sentence(graded):
    words = ["gradebook", graded, "--into", "/nowhere.csv", "--key", "a", "--column", "b"]
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == 2
    assert "There is no file /nowhere.csv." in result.output


def test_a_full_disk_leaves_no_part_of_a_file(fill, monkeypatch):
    def disk_is_full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", disk_is_full)
    result, data = fill("id,points\n3031,\n", "id", "points")
    assert result.exit_code == 2
    assert "No space left on device" in result.output
    assert data is None


def test_names_in_a_gradebook_cannot_steer_a_terminal(fill):
    result, _ = fill("id,points\n3031,\n\x1b[2Jx,\n", "id", "points")
    assert "\x1b" not in result.output
