"""What a check cell shows, as HTML and as plain text, from the checks of a record."""

import re

import pytest

from autograder.reports.cells import COLUMNS, LINES, cell_as_html, cell_as_text
from autograder.reports.terminal import check_report

RULE = "def convolve2d(image, kernel):\n    "
MISTAKES = {
    "no padding": "return image[1:-1, 1:-1] * kernel[1, 1]",
    "crash": "return image @ kernel",
    "list": "return image.tolist()",
    "nothing": "image * 2",
    "doubled": "return image * 2.0",
    "zeros": "import numpy as np\n    return np.zeros_like(image)",
}


@pytest.fixture(params=sorted(MISTAKES))
def record(request, graded):
    return graded(RULE + MISTAKES[request.param] + "\n")


def test_plain_text_is_short_and_narrow(record):
    lines = cell_as_text(record["checks"]).splitlines()
    assert len(lines) <= LINES
    assert max(map(len, lines)) <= COLUMNS


def test_a_cell_begins_with_the_count_and_what_is_wrong_and_names_no_check(record):
    checks = record["checks"]
    first = next(each for each in checks if each["status"] != "passed")
    shown, plain = cell_as_html(checks), cell_as_text(checks)
    assert plain.startswith(f"{sum(c['status'] == 'passed' for c in checks)} of 20 checks, ")
    assert plain.splitlines()[2][:40] == first["sentence"][:40]
    assert shown.partition("<strong>")[2].startswith(plain.splitlines()[0])
    assert not [each for each in checks if each["name"] in shown + plain]


def test_other_failures_and_what_passed_are_folded_and_counted(graded):
    checks = graded(RULE + MISTAKES["doubled"])["checks"]
    failed = sum(each["status"] != "passed" for each in checks)
    shown = cell_as_html(checks)
    assert f"<summary>{failed - 1} more did not pass</summary>" in shown
    assert f"<summary>{20 - failed} passed</summary>" in shown
    assert shown.count("<img") - shown.count('alt=""') == 1


def test_an_error_that_all_checks_share_stands_once(graded):
    record = graded(RULE + "return image + nothing")
    for shown in (cell_as_html(record["checks"]), check_report(record).plain):
        assert shown.count("NameError") == 1


def test_what_is_not_written_is_one_line(graded):
    checks = graded(RULE + "...")["checks"]
    assert cell_as_text(checks) == "convolve2d is not written yet."
    assert "<details" not in cell_as_html(checks)


def test_where_all_passed_that_is_said_with_the_points(root, graded):
    source = (root / "tests/submissions/right_with_windows/convolution.py").read_text()
    checks = graded(source)["checks"]
    assert cell_as_text(checks) == "Passed: 20 of 20 checks, 25 of 25 points."
    assert "Passed: 20 of 20 checks, 25 of 25 points." in cell_as_html(checks)


def test_a_picture_has_words_and_what_students_write_is_escaped(graded):
    shown = cell_as_html(graded(RULE + "raise ValueError('<b>bold</b>')")["checks"])
    assert "<b>" not in shown
    shown = cell_as_html(graded(RULE + MISTAKES["doubled"])["checks"])
    assert 'alt="convolve2d of an image (' in shown


def test_the_parts_of_a_picture_wrap_in_a_narrow_window(graded):
    shown = cell_as_html(graded(RULE + MISTAKES["doubled"])["checks"])
    (picture,) = re.findall(r'<div style="width: fit-content.*?</div></div>', shown)
    assert "convolve2d(image, kernel)</div>" in picture
    assert picture.count("<img") == 5  # image, kernel, expected, yours, difference
    assert "flex-wrap: wrap" in picture


def test_a_picture_that_cannot_be_drawn_leaves_its_place_to_the_text(monkeypatch, graded):
    def broken(example):
        raise ZeroDivisionError("a fault of the kit")

    monkeypatch.setattr("autograder.reports.pictures.picture_of", broken)
    shown = cell_as_html(graded(RULE + MISTAKES["doubled"])["checks"])
    assert "<img" not in shown
    assert "expected" in shown
    assert "ZeroDivisionError" not in shown


def test_two_further_hints_are_folded_below_the_first_failure(graded):
    checks = graded(RULE + MISTAKES["doubled"])["checks"]
    shown = cell_as_html(checks, hints=["Look there.", "Do that."])
    assert shown.index("<img") < shown.index("Look there.") < shown.index("Do that.")
    assert shown.index("Do that.") < shown.index("more did not pass")
    assert "<summary>A hint</summary>" in shown


def test_further_sentences_stand_below_the_first(graded):
    record = graded(RULE + MISTAKES["doubled"])
    first = next(each for each in record["checks"] if each["further"])
    also = f"Also: {first['further'][0]}"
    assert also in cell_as_html(record["checks"])
    assert also in check_report(record).plain


def test_a_check_that_our_own_fault_stopped_is_no_pass(graded):
    checks = graded(RULE + MISTAKES["doubled"])["checks"]
    ours = [checks[0] | {"status": "grader_error", "points": None}, *checks[1:]]
    assert "? of 25 points" in cell_as_text(ours)
