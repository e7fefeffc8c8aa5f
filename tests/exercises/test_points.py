"""The page on points and time says what the exercises and their handouts say."""

import re
from collections import Counter

import pytest

from autograder.exercises import exercise_names, load_exercise

CHAPTER = ("convolution", "convolution3d", "tophat", "skull_removal")


@pytest.fixture(scope="module")
def tables(root):
    """The rows of both tables, with the exercise's name in each."""
    rows, name = [], ""
    for line in (root / "docs/points.md").read_text("utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        name = cells[0] if cells[0] in exercise_names() else name
        if name and len(cells) >= 4 and cells[-1][-1:].isdigit():
            rows.append([name, *cells[1:]])
    return rows


@pytest.mark.parametrize("name", CHAPTER)
def test_points_and_minutes_of_an_exercise_are_those_of_the_page(name, tables, root):
    (whole,) = [row for row in tables if row[0] == name and len(row) == 5]
    exercise = load_exercise(name)
    points = [exercise.points, sum(exercise.questions.values())]
    assert [float(cell) for cell in whole[2:4]] == points
    assert float(whole[4]) == round(int(whole[1]) / sum(points), 1)
    parts = Counter()
    for *_, minutes, given in (row for row in tables if row[0] == name and len(row) == 4):
        parts.update(minutes=int(minutes), points=float(given))
    assert parts == {"minutes": int(whole[1]), "points": sum(points)}
    handout = (root / "reference" / name / "handout.md").read_text("utf-8")
    assert f"about {whole[1]} minutes" in handout
    (said,) = re.findall(r"\*\*Points\*\*: (.*)", handout)
    assert [int(each) for each in re.findall(r"(\d+) for the", said)] == [n for n in points if n]
