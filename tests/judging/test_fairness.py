"""The fairness sheet: how surely a mistake is caught, and a right solution passes."""

from collections import Counter

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given

from autograder.authoring.assertions import assert_same_image
from autograder.authoring.check import check
from autograder.authoring.exercise import Exercise
from autograder.authoring.misconception import misconception
from autograder.authoring.strategies import images
from autograder.cli import main
from autograder.commands import verify as command
from autograder.exercises import load_exercise
from autograder.judging.fairness import Tried, both, fairness, fairness_of
from autograder.judging.fairness_page import page

SEEDS = 12
STRATA = {"double": {"is_a_new_array": Counter({"image: float64": 60, "image: bool": 7})}}
RIGHT = "def double(image):\n    return {}\n"


@check(points=3)
@given(image=images(largest=1))
def doubles_every_pixel(double, image):
    """Every pixel is doubled."""
    assert_same_image(double(image), 2 * image)


@check(points=1, examples=1)
@given(image=images(largest=1))
def is_a_new_array(double, image):
    """The result is a new array."""
    assert not double.observe(image).shares_memory


@check(points=2, examples=2)
@given(image=images(largest=1))
def doubles_two_pixels(double, image):
    """Two pixels are doubled."""
    assert_same_image(double(image), 2 * image)


@misconception(of="double", caught_by=doubles_every_pixel)
def added_one(image):
    """You added one.

    Compare one pixel with twice its value.

    Multiply, and add nothing.
    """
    return image + 1


@misconception(of="double", caught_by=doubles_two_pixels)
def forgot_the_nine(image):
    """A nine is doubled like any other number.

    Compare one pixel with twice its value.

    Multiply, and add nothing.
    """
    return np.where(image == 9, 9, 2 * image)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    """Return the sheet of an exercise with two right solutions, one of them only nearly so."""
    root = tmp_path_factory.mktemp("repository")
    files = {
        "reference/double/solution.py": "2 * image",
        "tests/right/double/sum.py": "image + image",
    }
    files["tests/right/double/nearly.py"] = "2 * image + (image == -9)"
    for name, result in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(RIGHT.format(result), encoding="utf-8")
    checks = (doubles_every_pixel, is_a_new_array, doubles_two_pixels)
    parameters, mistakes = {"double": ("image",)}, (added_one, forgot_the_nine)
    double = Exercise(
        "double", "Double", parameters, checks=checks, list_misconceptions=lambda: mistakes
    )
    return fairness(double, root, range(SEEDS))


def test_what_fails_with_some_seeds_only_is_told(sheet):
    assert sheet.missed == ["forgot_the_nine"]
    assert sheet.wronged == ["nearly"]
    assert sheet.styles["nearly"].failed["is_a_new_array"] == 0
    assert 0 < len(sheet.styles["nearly"].failed_seeds) <= SEEDS


def test_points_are_lost_by_the_checks_that_fail(sheet):
    tried = sheet.mistakes["added_one"]
    assert tried.share(doubles_every_pixel) == 1
    assert tried.share(is_a_new_array) == 0
    assert 3 < tried.lost(sheet.exercise.checks) <= 5


def test_seeds_in_blocks_and_in_other_processes_count_the_same(root):
    convolution = load_exercise("convolution")
    (found,) = fairness_of([convolution], root, 1, jobs=1)
    assert found == fairness(convolution, root, range(1))


def test_findings_with_other_seeds_add_up():
    first, second = Tried(), Tried()
    first.note("a", 1, failed=True)
    second.note("a", 2, failed=False)
    second.note("b", 2, failed=True)
    (together,) = both(({"x": first},), ({"x": second},))
    assert together == {"x": Tried(Counter(a=2, b=1), Counter(a=1, b=1), {1, 2})}


def test_the_page_has_a_row_for_each_solution_and_mistake(sheet):
    lines = page([sheet], STRATA).splitlines()
    assert f"| sum | {SEEDS} of {SEEDS} |" in lines
    (row,) = [line for line in lines if line.startswith("| added_one |")]
    assert row.startswith(f"| added_one | doubles_every_pixel | {SEEDS} of {SEEDS} | ")
    assert "doubles_two_pixels" in row
    assert "is_a_new_array" not in row
    assert "| is_a_new_array | image: float64 | image: bool (7) |" in lines


def test_the_command_writes_the_page_and_fails_where_it_is_not_fair(sheet, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "verify", lambda *arguments: [("the reference passes", True)])
    monkeypatch.setattr(command, "_require_handout_or_fault", lambda exercise: None)
    monkeypatch.setattr("autograder.judging.fairness.fairness_of", lambda *arguments: [sheet])
    report = tmp_path / "sheet.md"
    monkeypatch.setattr("autograder.judging.coverage.strata_of_checks", lambda _: STRATA["double"])
    words = ["verify", "--exercise", "tophat", "--report", str(report), "--seeds", str(SEEDS)]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 1
    assert "12 seeds catch every mistake (not so: forgot_the_nine)" in result.output
    assert "12 seeds give right solutions all (not so: nearly)" in result.output
    assert "60 seeds cover the same strata (not so: is_a_new_array)" in result.output
    assert report.read_text("utf-8") == page([sheet], STRATA)


def test_a_page_that_cannot_be_written_is_a_fault(sheet, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "verify", lambda *arguments: [])
    monkeypatch.setattr(command, "_require_handout_or_fault", lambda exercise: None)
    monkeypatch.setattr("autograder.judging.fairness.fairness_of", lambda *arguments: [sheet])
    (tmp_path / "file").touch()
    words = ["verify", "--exercise", "tophat", "--report", str(tmp_path / "file" / "sheet.md")]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert "cannot be written" in result.output
