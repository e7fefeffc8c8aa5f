"""Submissions are found in what real systems hand over, in a folder or in one zip."""

import csv
import pickle

import pytest

from autograder.submissions import find, read
from tests.layouts.shapes import (
    FLIPPED,
    NOTEBOOK,
    RIGHT,
    SHAPES,
    as_zip,
    canvas,
    classroom,
    gradescope,
    moodle,
    put,
    zip_of,
)


def found(folder):
    submissions, notes = find(folder)
    return {(each.student, each.exercise): read(each.path) for each in submissions}, notes


def contents(expected):
    return {key: sample.read_bytes() for key, sample in expected.items()}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("packed", ["a folder", "a folder in a folder", "a zip", "a zip of both"])
def test_every_student_and_exercise_is_found(tmp_path, shape, packed):
    inner = tmp_path / "made" / ("export" if "folder in" in packed or "both" in packed else ".")
    expected = shape(inner)
    folder = tmp_path / "made"
    if "zip" in packed:
        folder = zip_of(folder, tmp_path / "class.zip")
    assert found(folder)[0] == contents(expected)
