"""Course files of the kit's exercises, written as text."""

import pytest

from autograder.course.policy.course_file import NAME, read_course
from autograder.exercises import declarations_with

CHECKS = ("shape_is_kept", "border_is_zero", "openings_are_your_own_work")


@pytest.fixture
def course(tmp_path):
    """Return the `Course` that a text describes."""

    def read(text):
        path = tmp_path / NAME
        path.write_text(text, encoding="utf-8")
        return read_course(path, declarations_with, lambda _: CHECKS)

    return read
