"""Lateness is counted by the time that each system tells, and where none does, that is said."""

import pytest

from tests.commands.course_files import table
from tests.course.submissions import shapes

COURSE = """
time_zone = "UTC"
exercises = ["convolution"]
[exercise.convolution]
due = 2026-01-31T11:59:00
[late]
policy = "per day"
deduction = 2
"""
# The days late of each student; "" if it is not known. Canvas says LATE, and not how late.
DAYS = {
    "canvas": {"exampleada_340934": "", "examplebenjürgen_334244": ""},
    "gradescope": {"3031234567": "1", "0031234568": "1"},
    "nbgrader": {"bitdiddle": "1", "hacker": "1"},
    "nbgrader_exchange": {"bitdiddle": "1", "hacker": "1"},
    "classroom50": {"octo-cat": "1", "x-bob": "0", "bob": "0"},
    "sakai": {"ada": "1", "ben": "1"},
    "brightspace": {"Ada Ex-Ample_101": "1", "Ben Example_102": "1"},
    "blackboard": {"ada": "1", "b_en": "1"},
    "plain": {"ada": "", "ben": ""},
}


@pytest.mark.parametrize("system", DAYS)
def test_days_late_are_those_by_the_time_that_the_system_tells(tmp_path, system, run_pretending):
    getattr(shapes, system)(tmp_path / "class")
    (tmp_path / "course.toml").write_text(COURSE)
    run_pretending("grade", tmp_path / "class", "--out", tmp_path / "out")
    rows = table(tmp_path / "out")
    assert {each: rows[each]["convolution late"] for each in DAYS[system]} == DAYS[system]
    for each, days in DAYS[system].items():
        assert bool(rows[each]["convolution counted"]) == bool(days)
