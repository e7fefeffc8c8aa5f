"""The table of grades as a spreadsheet: the same cells, whatever language a computer speaks."""

import csv
import io
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from autograder.exercises import load_exercise
from autograder.grading.results import write_grades
from autograder.grading.spreadsheet import spreadsheet
from autograder.judging.grade import without_running

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells(data):
    """Return the rows of a workbook: numbers as floats, text as text, empty cells as None."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        sheet = ElementTree.fromstring(opened.read("xl/sheet.xml"))
    return [[_value(cell) for cell in row] for row in sheet.iter(f"{MAIN}row")]


def _value(cell):
    number = cell.find(f"{MAIN}v")
    text = cell.find(f"{MAIN}is/{MAIN}t")
    return float(number.text) if number is not None else None if text is None else text.text


@pytest.mark.parametrize(
    "name",
    [
        "Zo\u00eb M\u00fcller",
        "\u674e\u5c0f\u9f99",
        "=1+1",
        "-b",
        "a<b>&c",
        " x ",
        "12",
        "01/02",
        "A\U0001f600",
    ],
)
def test_names_are_text_and_points_are_numbers(tmp_path, name):
    one = without_running(load_exercise("convolution"), name, "failed")
    write_grades(tmp_path, [name], [one | {"points": 3}])
    header, row = cells((tmp_path / "grades.xlsx").read_bytes())
    assert header == ["student", "convolution", "total", "possible"]
    assert row == [name, 3, 3, 25]


def test_unknown_points_are_empty_cells_in_both_tables(tmp_path):
    write_grades(tmp_path, ["ada"], [without_running(load_exercise("convolution"), "ada")])
    assert cells((tmp_path / "grades.xlsx").read_bytes())[1] == ["ada", None, None, 25]
    assert list(csv.reader((tmp_path / "grades.csv").open()))[1] == ["ada", "", "", "25"]


def test_decimals_are_numbers_and_what_no_file_can_hold_is_a_question_mark():
    assert cells(spreadsheet("x", [[Decimal("12.5"), "a\x00\ud800b"]])) == [[12.5, "a??b"]]


def test_the_same_table_is_the_same_file():
    assert spreadsheet("x", [["a", 1]]) == spreadsheet("x", [["a", 1]])


def test_the_text_table_is_read_by_programs_that_expect_no_mark(tmp_path):
    one = without_running(load_exercise("convolution"), "Zo\u00eb", "passed")
    write_grades(tmp_path, ["Zo\u00eb"], [one])
    with open(tmp_path / "grades.csv", encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["student"] == "Zo\u00eb"
