"""Grades get into the column of a gradebook, for the right students, and nothing else changes."""

import csv
import io

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.exercise import exercise
from autograder.grading import without_running
from autograder.identities import Identity, write_identities
from autograder.results import write_grades

GRADES = """\
student,convolution,tophat,total,possible
ada,25,30,55,55
ben,20,0,20,55
cleo,0,12.5,12.5,55
"""
IDENTITIES = (
    Identity("ada", "Ada Example", "3031", "ada@example.org"),
    Identity("ben", "Ben Example", "3032", "ben@example.org"),
    Identity("cleo", "Ada Example", "3033", "cleo@example.org"),
)
CANVAS = '''\
Student,ID,SIS User ID,SIS Login ID,Section,convolution (12345),tophat (12346),Current Score\r
,,,,,Manual Posting,,\r
    Points Possible,,,,,25,30,(read only)\r
"Example, Ada",340934,3031,ada@example.org,Image Processing,,EX,"1,5"\r
"Example, ""Ben""",340935,3032,BEN@example.org,"Image\r
Processing",19.00,,\r
"Example, Cleo",340936,3033,cleo@example.org,Image Processing,0.00,N/A,\r
"Student, Test",340937,,74e,Image Processing,,,\r
'''
MOODLE = """\
"First name",Surname,"ID number","Email address","Assignment: convolution (Real)","Last download"
Ada,Example,3031,ada@example.org,-,1769860800
Ben,Example,3032,ben@example.org,"20,00",1769860800
Dora,Example,3034,dora@example.org,-,1769860800
"""
BLACKBOARD = (
    '"Last Name"\t"Username"\t"Student ID"\t"convolution [Total Pts: 25 Score] |98765"\t"Notes"\r\n'
    '"Example"\t"ada"\t"3031"\t""\t""\r\n'
    '"Ex\u00e4mple"\t"ben"\t"3032"\t"Needs Grading"\t"a\r\nb"\r\n'
)


@pytest.fixture
def graded(tmp_path):
    """A folder with what grading leaves."""
    (tmp_path / "graded").mkdir()
    (tmp_path / "graded" / "grades.csv").write_text(GRADES)
    write_identities(tmp_path / "graded", IDENTITIES)
    return tmp_path / "graded"


@pytest.fixture
def fill(graded):
    """Fill a gradebook given as text or bytes; return the result and the bytes of the new file."""

    def run(text, key, column, *more, encoding="utf-8", name="export.csv"):
        into = graded.parent / name
        data = text if isinstance(text, bytes) else text.encode(encoding)
        into.write_bytes(data)
        words = ["gradebook", graded, "--into", into, "--key", key, "--column", column, *more]
        result = CliRunner().invoke(main, [str(word) for word in words])
        assert into.read_bytes() == data
        new = into.with_name(f"{into.stem}-filled{into.suffix}")
        return result, new.read_bytes() if new.exists() else None

    return run


def test_canvas_gradebook_gets_points_by_any_column_that_tells_students_apart(fill):
    expected = CANVAS.replace("Processing,,EX", "Processing,25,EX").replace("19.00", "20")
    for number, key in enumerate(("SIS User ID", "SIS Login ID", "sis  login id")):
        more = ("--exercise", "convolution")
        result, data = fill(CANVAS, key, "convolution", *more, name=f"{number}.csv")
        assert result.exit_code == 0, result.output
        assert data.decode() == expected
        assert "rows have their points in the column 'convolution (12345)'" in result.output
        assert "1 row had another value before, which was replaced." in result.output
        nobody = (
            "Left as they are: 3 rows without a key.",
            "In the gradebook, but not graded: 74e.",
        )[number > 0]
        assert nobody in result.output


def test_a_word_that_was_replaced_is_named(fill):
    result, data = fill(CANVAS, "SIS User ID", "tophat (12346)", "--exercise", "tophat")
    assert b"Image Processing,,30," in data
    assert b"0.00,12.5,\r\n" in data
    assert "among them what is no number: ada (EX), cleo (N/A)." in result.output


def test_moodle_gradebook_gets_points(fill):
    result, data = fill(MOODLE, "ID number", "convolution", "--exercise", "convolution")
    assert result.exit_code == 1
    assert data.decode() == MOODLE.replace("ada@example.org,-", "ada@example.org,25")
    assert "Graded, but not in the gradebook: cleo." in result.output
    assert "In the gradebook, but not graded: 3034." in result.output


def test_blackboard_gradebook_gets_points(fill):
    text = "\ufeff" + BLACKBOARD
    more = ("--exercise", "convolution")
    result, data = fill(text, "Username", "convolution", *more, encoding="utf-16-le")
    expected = text.replace('"3031"\t""', '"3031"\t"25"').replace("Needs Grading", "20")
    assert data.decode("utf-16-le") == expected
    assert "matched by the names of their results" in result.output


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_any_delimiter_encoding_and_end_of_line_is_kept(fill, delimiter, encoding, end):
    text = "Zo\u00eb,id,points\na,3031,\n\nb,3032,7".replace(",", delimiter) + (end or "")
    if end == "\r\n":
        text = text.removesuffix(end).replace("\n", end) + end
    result, data = fill(text, "id", "points", encoding=encoding)
    old, new = f"3031{delimiter}", f"3031{delimiter}55"
    expected = text.replace(old, new).replace(f"3032{delimiter}7", f"3032{delimiter}20")
    assert data == expected.encode(encoding)
    assert ("read as Latin-1" in result.output) == (encoding == "cp1252")


def test_a_row_that_is_too_short_is_filled_up(fill):
    result, data = fill("id,section,note,points\n3031\n3032,x\n3033,x,y,z,more\n", "id", "points")
    assert data == b"id,section,note,points\n3031,,,55\n3032,x,,20\n3033,x,y,12.5,more\n"
    assert result.exit_code == 0


def test_a_header_may_stand_below_a_title(fill):
    data = fill("sep=;\nMy course\n\nid;points\n3031;\n", "id", "points")[1]
    assert data == b"sep=;\nMy course\n\nid;points\n3031;55\n"


def test_rows_of_one_key_are_not_filled_and_that_is_said(fill):
    text = "id,points\n3031,1\n3031,2\n3032,\n3033,\n"
    result, data = fill(text, "id", "points")
    assert data.decode() == text.replace("3032,", "3032,20").replace("3033,", "3033,12.5")
    assert result.exit_code == 1
    assert "Not certain, so not filled: 2 rows with 3031 could be ada." in result.output


def test_students_of_one_name_are_not_filled_and_that_is_said(fill):
    text = "name,points\nada example,\nBen Example,\n"
    result, data = fill(text, "name", "points")
    assert data.decode() == text.replace("Ben Example,", "Ben Example,20")
    assert "1 row with ada example could be ada, cleo." in result.output


def test_the_same_key_is_preferred_to_one_in_capitals(fill):
    text = "e-mail,points\nADA@example.org,\nada@example.org,\n ben@Example.org ,\n"
    result, data = fill(text, "e-mail", "points")
    assert data.decode().splitlines()[1:] == [
        "ADA@example.org,",
        "ada@example.org,55",
        " ben@Example.org ,20",
    ]
    assert "In the gradebook, but not graded: ADA@example.org." in result.output


def test_nobody_takes_anothers_points_by_calling_himself_by_anothers_number(graded, fill):
    mallory = Identity("cleo", "3031", "3033", "cleo@example.org")
    write_identities(graded, [*IDENTITIES[:2], mallory])
    data = fill("id,points\n3031,\n3032,\n3033,\n", "id", "points")[1]
    assert data == b"id,points\n3031,55\n3032,20\n3033,12.5\n"


def test_a_student_who_lacks_what_the_others_are_matched_by_is_not_forgotten(graded, fill):
    write_identities(graded, [*IDENTITIES[:2], Identity("cleo", "Cleo Example")])
    result, data = fill("id,points\n3031,\n3032,\n3033,\n", "id", "points")
    assert data == b"id,points\n3031,55\n3032,20\n3033,\n"
    assert "Graded, but not in the gradebook: cleo." in result.output
    assert result.exit_code == 1


def test_a_folder_without_identities_is_matched_by_its_students(graded, fill):
    (graded / "identities.csv").unlink()
    data = fill("user,points\nAda,\nben,\n", "user", "points")[1]
    assert data == b"user,points\nAda,55\nben,20\n"


def test_a_student_who_looks_like_a_formula_is_matched(tmp_path, graded, fill):
    one = exercise("convolution")
    write_grades(graded, ["=1+1", "-b"], [without_running(one, "=1+1", "crashed")])
    write_identities(graded, [Identity("=1+1", "@name", "+7")])
    assert fill("id,points\n=1+1,\n-b,\n", "id", "points")[1] == b"id,points\n=1+1,0\n-b,0\n"
    data = fill("id,points\n+7,\n", "id", "points", name="other.csv")[1]
    assert data == b"id,points\n+7,0\n"


def test_who_is_not_graded_yet_is_not_filled_and_that_is_said(graded, fill):
    (graded / "grades.csv").write_text("student,total\nada,\nben,20\n")
    result, data = fill("id,points\n3031,7\n3032,\n", "id", "points")
    assert data == b"id,points\n3031,7\n3032,20\n"
    assert result.exit_code == 1
    assert "1 of 2 rows have their points" in result.output
    assert "Not graded yet, so not filled: ada." in result.output


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
        ("id,points\n9,\n", "id", "points", (), "holds '9', and those who were graded are 'ada'"),
        ('id,points\n3031,"\n', "id", "points", (), "line 2 of the table is never closed"),
        (b"PK\3\4\0\0", "id", "points", (), "The table is no text"),
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
        (None, "grades.csv cannot be read"),
        ("", "it is not what grading writes"),
        ("student,total\n", "it is not what grading writes"),
        ("student,total\nada,many\n", "are 'many', which is no number"),
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
    assert "/nowhere.csv: No such file or directory." in result.output


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


def test_the_csv_module_reads_what_was_filled(fill):
    data = fill(CANVAS, "SIS User ID", "convolution", "--exercise", "convolution")[1]
    before, after = (
        list(csv.reader(io.StringIO(text, newline=""))) for text in (CANVAS, data.decode())
    )
    after[3][5], after[4][5] = "", "19.00"
    assert after == before
