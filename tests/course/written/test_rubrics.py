"""Rubrics are read as the build writes them, and handout and checks agree on the questions."""

from dataclasses import replace

import pytest

from autograder.course.written.rubrics import _Rubric, read_rubrics
from autograder.exercises import exercise_names, load_exercise
from autograder.notebooks.build import read_reference, require_match, rubric_source
from autograder.notebooks.handout import BuildError, QuestionPart


@pytest.mark.parametrize("name", exercise_names())
def test_every_rubric_of_a_handout_comes_back(tmp_path, root, name):
    _, parts = read_reference(load_exercise(name), root / "reference")
    questions = [part for part in parts if isinstance(part, QuestionPart)]
    (tmp_path / f"{name}-rubric.md").write_text(rubric_source(name, parts), encoding="utf-8")
    found = read_rubrics(tmp_path, name)
    assert {title: each.points for title, each in found.items()} == load_exercise(name).questions
    assert [each.rubric for each in found.values()] == [each.rubric for each in questions]
    assert all(each.text for each in found.values())
    sums = {title: sum(item.points for item in each.items) for title, each in found.items()}
    assert sums == load_exercise(name).questions


@pytest.mark.parametrize(
    ("bullets", "items"),
    [
        ("- 1 point: it is `low`.\n- 2 points: why.", [("1", "it is low."), ("2", "why.")]),
        ("* 0.5 points: a\n* 1,5 points: b", [("0.5", "a"), ("1.5", "b")]),
        (
            "- 2 points: where (1 point); and why, *too* (1 point).",
            [("1", "where"), ("1", "and why, too")],
        ),
        ("- 2 points: where (1 point) and why.", [("2", "where (1 point) and why.")]),
        (
            "1. 1 point: first\n   of two lines\n2) 1 point: second",
            [("1", "first of two lines"), ("1", "second")],
        ),
        ("- no points: nothing\n- say why\n\n3 points in all", []),
    ],
)
def test_bullets_with_points_are_items(bullets, items):
    found = _Rubric(4, "", bullets).items
    assert [(str(each.points), each.text) for each in found] == items


def test_where_there_is_no_file_there_are_no_rubrics(tmp_path):
    assert read_rubrics(tmp_path / "dist", "convolution") == {}


def test_the_build_refuses_a_handout_that_asks_something_else(root):
    one = load_exercise("convolution")
    stub, parts = read_reference(one, root / "reference")
    other = replace(one, questions={"Why these greys?": 5})
    with pytest.raises(BuildError, match=r"'Why these greys\?': 4.*QUESTIONS .*: 5"):
        require_match(other, stub, parts)
