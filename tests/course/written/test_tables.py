"""Tables come back from spreadsheets in many shapes, and whatever was typed stays as it was."""

import re

import pytest

from autograder.course.csv_cells import BadTable
from autograder.course.written.sheets import read_sheet
from autograder.files import cell_text

COLUMNS = ("answer", "points", "comment")
ROWS = [["a", "1", "fine"], ["b", "", 'well, "said"'], ["c", "2", "zwei\nZeilen"]]


@pytest.fixture
def table(tmp_path):
    """Write bytes as a table and read it."""
    path = tmp_path / "written.csv"

    def read(content):
        path.write_bytes(content)
        return read_sheet(path, COLUMNS)

    return read


def as_csv(delimiter=",", newline="\n", header=COLUMNS):
    quoted = [[f'"{c}"'.replace('"said"', '""said""') for c in row] for row in ROWS]
    return newline.join(delimiter.join(cells) for cells in [header, *quoted]) + newline


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le"])
def test_every_kind_of_csv_is_read(table, delimiter, newline, encoding):
    found = table(as_csv(delimiter, newline).encode(encoding))
    cells = [[row.cells[name] for name in COLUMNS] for row in found.rows]
    assert cells == ROWS
    assert [row.line for row in found.rows] == [2, 3, 4]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le"])
def test_adding_rows_keeps_every_byte_and_the_same_shape(table, delimiter, newline, encoding):
    content = as_csv(delimiter, newline).encode(encoding)
    found = table(content)
    found.add([{"answer": "d"}])
    added = f"d{delimiter}{delimiter}{newline}".encode(encoding.removesuffix("-sig"))
    assert found.path.read_bytes() == content + added
    assert len(read_sheet(found.path, COLUMNS).rows) == len(ROWS) + 1


def test_a_last_line_without_an_end_gets_one_before_rows_are_added(table):
    found = table(b"answer,points,comment\na,1,x")
    found.add([{"answer": "b"}])
    assert found.path.read_bytes() == b"answer,points,comment\na,1,x\nb,,\n"


def test_adding_nothing_leaves_the_file_alone(table):
    found = table(b"answer,points,comment\n")
    before = found.path.stat().st_mtime_ns
    found.add([])
    assert found.path.stat().st_mtime_ns == before


def test_a_new_table_begins_with_its_columns(tmp_path):
    found = read_sheet(tmp_path / "new.csv", COLUMNS)
    assert not found.rows
    found.add([{"answer": "a", "comment": "b,c"}])
    assert found.path.read_bytes() == b'answer,points,comment\na,,"b,c"\n'


def test_columns_may_stand_in_any_order_beside_others(table):
    found = table(b" Points ;Who;ANSWER;comment\n2;me;a;\n")
    (row,) = found.rows
    assert (row.cells["answer"], row.cells["points"], row.cells["who"]) == ("a", "2", "me")
    found.add([{"answer": "b"}])
    assert found.path.read_bytes().endswith(b"\n;;b;\n")


def test_empty_lines_are_no_rows_and_short_ones_have_empty_cells(table):
    found = table(b"answer,points,comment\n\n,,\na\n")
    (row,) = found.rows
    assert (row.line, row.cells["points"]) == (4, "")


def test_a_row_with_cells_beyond_the_columns_is_known(table):
    long, padded = table(b"answer,points,comment\na,2,5,good\nb,1,x,,\n").rows
    assert not long.has_every_cell
    assert padded.has_every_cell


def test_what_excel_writes_without_utf_8_is_read_and_kept(table):
    found = table("answer;points;comment\na;1;schön\n".encode("cp1252"))
    assert found.rows[0].cells["comment"] == "schön"
    found.add([{"answer": "b"}])
    assert found.path.read_bytes() == "answer;points;comment\na;1;schön\nb;;\n".encode("cp1252")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "has no column answer, points, comment"),
        (b"answer,comment\na,b\n", "has no column points"),
        (b"a b c\n", "separated by commas, semicolons or tabs; it is 'a b c'"),
        (b"\x00\x00\x00", "written.csv: The table is not text"),
        (b'answer,points,comment\n"a,1,x\n', "A quotation mark in line 2 of the table is never"),
    ],
)
def test_what_is_no_such_table_is_told_in_a_sentence(table, content, sentence):
    with pytest.raises(BadTable, match=re.escape(sentence)):
        table(content)


def test_a_folder_in_the_place_of_a_table_is_told(tmp_path):
    with pytest.raises(BadTable, match=r"cannot be read"):
        read_sheet(tmp_path, COLUMNS)


def test_no_two_names_become_one_in_a_table():
    names = ["=x", "'=x", "''=x", "x", "'x", "-1", "a\udcffb", "a\nb"]
    assert len({cell_text(name) for name in names}) == len(names)
    assert not [name for name in names if cell_text(name).startswith(("=", "+", "-", "@"))]
