"""Answers are found in notebooks as students hand them in, and nothing else is."""

import json

import pytest

from autograder.course.submissions.submission import BadSubmission
from autograder.course.written.answers import PLACEHOLDER, AnswerCell, answers_in
from autograder.course.written.questions import question_name, questions_of
from autograder.exercises import declarations, exercise_names, load_exercise
from tests.course.written.sample import answer_cells, notebook

FIRST = "Why these greys?"


def found(built):
    return answers_in(json.dumps(built).encode())


@pytest.mark.parametrize("name", [n for n in exercise_names() if load_exercise(n).questions])
def test_every_question_of_an_exercise_is_found_in_its_notebook(name):
    titles = [each.title for each in questions_of(declarations()[name])]
    assert list(found(notebook(name))) == titles
    answers = [f"Answer {n}." for n, _ in enumerate(titles)]
    filled = found(notebook(name, answers))
    assert filled == {t: (AnswerCell("markdown", a),) for t, a in zip(titles, answers, strict=True)}


@pytest.mark.parametrize("name", exercise_names())
def test_questions_are_those_of_the_exercise_though_it_is_not_imported(name):
    found = {each.title: each.possible for each in questions_of(declarations()[name])}
    assert found == load_exercise(name).questions


@pytest.mark.parametrize("name", exercise_names())
def test_no_two_questions_share_a_name(name):
    questions = [question_name(title) for title in load_exercise(name).questions]
    assert len(set(questions)) == len(questions)
    assert all(questions)


@pytest.mark.parametrize("text", ["", " \n", PLACEHOLDER, f"  {PLACEHOLDER}\n"])
def test_what_was_left_as_it_was_is_no_answer(text):
    assert found(notebook(answers=[text]))[FIRST] == ()


def test_an_answer_below_the_placeholder_counts_without_it():
    (cell,) = found(notebook(answers=[f"{PLACEHOLDER}\n\nGreen counts most."]))[FIRST]
    assert cell.text == "Green counts most."


def test_cells_that_a_student_adds_belong_to_the_answer():
    built = notebook(answers=["One."])
    place = built["cells"].index(answer_cells(built)[0]) + 1
    built["cells"][place:place] = [
        {"cell_type": "markdown", "metadata": {}, "source": "Two."},
        {"cell_type": "code", "metadata": {}, "source": ["grey[\n", "200]"], "outputs": []},
    ]
    cells = [
        AnswerCell("markdown", "One."),
        AnswerCell("markdown", "Two."),
        AnswerCell("code", "grey[\n200]"),
    ]
    assert found(built)[FIRST] == tuple(cells)


def test_an_answer_ends_where_the_next_question_begins():
    built = notebook(answers=["One.", "Six."])
    for cell in built["cells"]:
        cell["source"] = "".join(cell["source"]).replace("<!-- END QUESTION -->", "")
    second = found(built)["What do the Sobel filters emphasise?"]
    assert second[0].text == "Six."
    assert "Six." not in [cell.text for cell in found(built)[FIRST]]


def test_what_a_question_is_worth_is_not_read_from_the_notebook():
    built = notebook(answers=["One."])
    for cell in built["cells"]:
        cell["source"] = "".join(cell["source"]).replace("(4 points)", "(4000 points)")
    assert found(built)[FIRST] == (AnswerCell("markdown", "One."),)
    assert questions_of(declarations()["convolution"])[0].possible == 4


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (b"", "it is not JSON"),
        (b"\xff\xfe\x00", "it is not JSON"),
        (b'{"cells": 1' + b"9" * 5000 + b"}", "it is not JSON"),
        (b"[" * 200_000, "it is nested too deeply"),
        (b"[]", "it has no cells"),
        (b'{"cells": {}}', "it has no cells"),
        (b'{"worksheets": []}', "it has no cells"),
    ],
)
def test_a_file_that_is_no_notebook_is_an_error(source, problem):
    with pytest.raises(BadSubmission, match=f"^{problem}$"):
        answers_in(source)


@pytest.mark.parametrize(
    "cell", [1, None, {}, {"source": 3}, {"source": [1, None]}, {"source": {"a": "b"}}]
)
def test_a_cell_that_is_none_is_passed_over(cell):
    built = notebook(answers=["One."])
    place = built["cells"].index(answer_cells(built)[0])
    built["cells"].insert(place, cell)
    assert found(built)[FIRST] == (AnswerCell("markdown", "One."),)
