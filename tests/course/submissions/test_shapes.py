"""Submissions are found in what real systems hand over, in a folder or in one zip."""

import csv

import pytest
from click.testing import CliRunner

from autograder.cli import main
from tests.course.submissions.samples import (
    FLIPPED,
    RIGHT,
    contents,
    found,
    otter_export,
    put,
    zip_of,
)
from tests.course.submissions.shapes import SHAPES, canvas


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("packed", ["a folder", "a folder in a folder", "a zip", "a zip of both"])
def test_every_student_and_exercise_is_found(tmp_path, shape, packed):
    inner = tmp_path / "made" / ("export" if "folder in" in packed or "both" in packed else ".")
    expected = shape(inner)
    folder = tmp_path / "made"
    if "zip" in packed:
        folder = zip_of(folder, tmp_path / "class.zip")
    assert found(folder)[0] == contents(expected)


def test_a_zip_of_a_class_may_lie_alone_in_a_folder(tmp_path):
    expected = canvas(tmp_path / "made")
    (tmp_path / "downloads").mkdir()
    zip_of(tmp_path / "made", tmp_path / "downloads" / "submissions.zip")
    assert found(tmp_path / "downloads")[0] == contents(expected)


def test_a_class_is_graded_out_of_a_zip_and_who_is_who_is_written_beside(tmp_path):
    put(tmp_path, "made/exampleada_1_10_convolution.py", RIGHT)
    export = otter_export(FLIPPED, "convolution.py")
    put(tmp_path, "made/exampleben_2_11_convolution_2026_01_31T12_00_00_000000.zip", export)
    zip_of(tmp_path / "made", tmp_path / "class.zip")
    out = tmp_path / "graded"
    words = ["grade", str(tmp_path / "class.zip"), "--out", str(out), "--jobs", "1"]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    assert "class.zip is a bulk download from Canvas" in result.output
    with open(out / "grades.csv", newline="") as file:
        points = {row["student"]: row["convolution"] for row in csv.DictReader(file)}
    assert points == {"exampleada_1": "25", "exampleben_2": "14"}
    assert (out / "identities.csv").read_text() == (
        "student,name,id,email\nexampleada_1,exampleada,1,\nexampleben_2,exampleben,2,\n"
    )
