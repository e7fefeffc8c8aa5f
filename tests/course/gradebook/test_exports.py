"""Points get into gradebooks of any system, and every other byte is kept."""

import csv
import io

import pytest

from tests.course.gradebook.tables import BLACKBOARD, CANVAS, MOODLE


def test_canvas_gradebook_gets_points_by_any_column_that_tells_students_apart(fill):
    expected = CANVAS.replace("Processing,,EX", "Processing,25,EX").replace("19.00", "20")
    for number, key in enumerate(("SIS User ID", "SIS Login ID", "sis  login id")):
        more = ("--exercise", "convolution")
        result, data = fill(CANVAS, key, "convolution", *more, name=f"{number}.csv")
        assert result.exit_code == 0, result.output
        assert data.decode() == expected
        assert "rows have their points in the column 'convolution (12345)'" in result.output
        assert "1 row had another value, which these points replace." in result.output
        nobody = (
            "Left as they are: 3 rows without a key, among them Student, Test.",
            "In the gradebook, but not graded: Student, Test (74e).",
        )[number > 0]
        assert nobody in result.output


def test_a_word_that_was_replaced_is_named(fill):
    result, data = fill(CANVAS, "SIS User ID", "tophat (12346)", "--exercise", "tophat")
    assert b"Image Processing,,30," in data
    assert b"0.00,12.5,\r\n" in data
    assert "not all of them numbers: ada (EX), cleo (N/A)." in result.output


def test_moodle_gradebook_gets_points(fill):
    result, data = fill(MOODLE, "ID number", "convolution", "--exercise", "convolution")
    assert result.exit_code == 1
    assert data.decode() == MOODLE.replace("ada@example.org,-", "ada@example.org,25")
    assert "Graded, but not in the gradebook: Ada Example (cleo)." in result.output
    assert "In the gradebook, but not graded: Dora Example (3034)." in result.output


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


def test_the_csv_module_reads_what_was_filled(fill):
    data = fill(CANVAS, "SIS User ID", "convolution", "--exercise", "convolution")[1]
    before, after = (
        list(csv.reader(io.StringIO(text, newline=""))) for text in (CANVAS, data.decode())
    )
    after[3][5], after[4][5] = "", "19.00"
    assert after == before
