"""Answers are found in notebooks as students hand them in, and nothing else is."""

import base64
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


SECOND = "What do the Sobel filters emphasise?"


def marked(built, mark):
    """Return the cells of a notebook with a mark in them."""
    return [cell for cell in built["cells"] if mark in "".join(cell["source"])]


def add(cell, text):
    cell["source"] = "".join(cell["source"]) + text


def texts(built, title=FIRST):
    return [cell.text for cell in found(built)[title]]


@pytest.mark.parametrize("name", [n for n in exercise_names() if load_exercise(n).questions])
def test_an_answer_in_the_cell_of_the_question_or_below_it_is_found(name):
    titles = [each.title for each in questions_of(declarations()[name])]
    for mark in ("BEGIN", "END"):
        built = notebook(name)
        for number, cell in enumerate(marked(built, f"{mark} QUESTION")):
            add(cell, f"\n\nAnswer {number}.")
        assert [texts(built, title) for title in titles] == [
            [f"Answer {number}."] for number, _ in enumerate(titles)
        ]


def test_an_answer_above_the_text_or_above_the_closing_mark_is_found():
    built = notebook()
    closing = marked(built, "END QUESTION")[0]
    closing["source"] = "Above.\n\n" + "".join(closing["source"]).replace(
        "<!-- END QUESTION -->", "<!-- END QUESTION -->\nBelow."
    )
    assert texts(built) == ["Above.", "Below."]


@pytest.mark.parametrize("between", ["", "\n", "\n\n"])
@pytest.mark.parametrize("last", [2, 3])
def test_an_answer_in_merged_cells_is_found(between, last):
    built = notebook(answers=["Green counts."])
    place = built["cells"].index(marked(built, "BEGIN QUESTION")[0])
    merged = built["cells"][place : place + last]
    joined = f"\n{between}".join("".join(cell["source"]) for cell in merged)
    built["cells"][place : place + last] = [{**merged[0], "source": joined}]
    assert texts(built) == ["Green counts."]
    assert texts(built, SECOND) == []


def test_a_notebook_that_was_only_laid_out_again_holds_no_answer():
    built = notebook()
    for mark in ("BEGIN QUESTION", "END QUESTION"):
        for cell in marked(built, mark):
            cell["source"] = "".join(cell["source"]).replace(". ", ".\n").replace("\n\n", "\n\n\n")
    assert texts(built) == texts(built, SECOND) == []


def test_a_question_that_was_changed_is_shown_whole_and_that_is_said():
    built = notebook()
    cell = marked(built, "BEGIN QUESTION")[0]
    cell["source"] = "".join(cell["source"]).replace("Explain with these", "Because of the")
    note, whole = texts(built)
    assert note == "(The text of this cell was changed, so all of it is shown.)"
    assert "Because of the weights" in whole


def test_below_the_placeholder_an_answer_is_found_in_a_notebook_of_before():
    built = notebook()
    del built["metadata"]["autograder"]
    add(marked(built, "BEGIN QUESTION")[0], f"\n\n{PLACEHOLDER}\n\nGreen.")
    add(marked(built, "END QUESTION")[0], "\n\nNothing is known of what stood here.")
    assert texts(built) == ["Green."]


@pytest.mark.parametrize(
    "kept", [None, 3, {"questions": 3}, {"questions": {FIRST: 3}}, {"questions": {FIRST: {"a": 1}}}]
)
def test_what_a_student_does_to_the_metadata_stops_nobody(kept):
    built = notebook(answers=["One."])
    built["metadata"]["autograder"] = kept
    assert texts(built) == ["One."]


PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n rest").decode()


def test_pictures_come_with_the_answer():
    built = notebook(answers=["![sketch](attachment:a%20b.png)"])
    answer_cells(built)[0]["attachments"] = {"a b.png": {"image/png": PNG}}
    (cell,) = found(built)[FIRST]
    assert cell.pictures == (("a b.png", f"data:image/png;base64,{PNG}"),)


@pytest.mark.parametrize(
    "attached",
    [
        3,
        {"a.png": 3},
        {"a.png": {"image/png": 3}},
        {"a.png": {"image/png": "no base64!"}},
        {"a.png": {"image/png": base64.b64encode(b"<svg onload=x>").decode()}},
        {"a.svg": {"image/svg+xml": "<svg/>"}},
        {"a.png": {"image/png": base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(2**21)).decode()}},
    ],
)
def test_what_is_no_small_picture_is_not_shown(attached):
    built = notebook(answers=["One."])
    answer_cells(built)[0]["attachments"] = attached
    assert found(built)[FIRST] == (AnswerCell("markdown", "One."),)
