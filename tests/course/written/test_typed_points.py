"""Typed points count where they can, and a sentence names the line where they cannot."""

from decimal import Decimal

import pytest

from autograder.course.written import key, typed
from autograder.course.written.key import Entry, label_for, write_key
from autograder.course.written.questions import WrittenQuestion
from tests.classes import typed_points

GREYS, SOBEL = "why-these-greys", "what-do-the-sobel-filters-emphasise"
HEAD = "answer,exercise,question,possible,points,comment\n"


@pytest.fixture
def points(tmp_path):
    """Write the table below its first line, with a key of three answers; read the points."""
    entries = [
        Entry("one", "convolution", GREYS, "ada", "t1"),
        Entry("two", "convolution", SOBEL, "ada", "t2"),
        Entry("six", "convolution", GREYS, "'=bert", "t6"),
    ]
    write_key(tmp_path, entries)

    def read(rows):
        (tmp_path / typed.NAME).write_text(HEAD + rows)
        return typed_points(tmp_path)

    return read


def test_points_are_added_up_for_each_student(points):
    found = points(
        f"two,convolution,{SOBEL},6,4.5,good\n"
        f'one,convolution,{GREYS},4,"2,5",\n'
        f"six,convolution,{GREYS},4,0,\n"
    )
    assert not found.notes
    assert found.total("ada", "convolution") == 7
    assert found.total("'=bert", "convolution") == 0
    assert found.total("carl", "convolution") == 0
    assert found.possible() == {"convolution": 10}
    titles = [each.question.title for each in found.of("ada", "convolution")]
    assert titles == ["Why these greys?", "What do the Sobel filters emphasise?"]


def test_a_sum_stays_blank_while_one_of_its_answers_is_unread(points):
    found = points(f"two,convolution,{SOBEL},6,4.5,\none,convolution,{GREYS},4,,\n")
    assert found.total_or_blank("ada", "convolution") == ""
    assert found.total_or_blank("'=bert", "convolution") == ""
    assert found.total_or_blank("carl", "convolution") == 0
    found = points(f"two,convolution,{SOBEL},6,4.5,\none,convolution,{GREYS},4,0,\n")
    assert found.total_or_blank("ada", "convolution") == Decimal("4.5")


def test_what_an_answer_may_get_is_the_same_before_it_is_read(points):
    unread, read = (points(f"one,convolution,{GREYS},4,{given},\n") for given in ("", "3"))
    assert unread.possible() == read.possible() == {"convolution": 10}
    assert points("").possible() == {"convolution": 10}


def test_decimals_add_up_exactly(points):
    found = points(f"one,convolution,{GREYS},4,0.1,\ntwo,convolution,{SOBEL},6,0.2,\n")
    assert found.total("ada", "convolution") == Decimal("0.3")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (f"one,convolution,{GREYS},4,four,", "a number from 0 to 4, not 'four'"),
        (f"one,convolution,{GREYS},4,4.5,", "a number from 0 to 4, not '4.5'"),
        (f"one,convolution,{GREYS},4000,5,", "a number from 0 to 4, not '5'"),
        (f"one,convolution,{GREYS},4,-1,", "a number from 0 to 4, not '-1'"),
        (f"one,convolution,{GREYS},4,nan,", "a number from 0 to 4, not 'nan'"),
        (f"one,convolution,{GREYS},4,1e0,", "a number from 0 to 4, not '1e0'"),
        (f"one,convolution,{GREYS},4,\u0663,", "a number from 0 to 4, not '\u0663'"),
        (f"one,convolution,{GREYS},4,3/4,", "a number from 0 to 4, not '3/4'"),
        (f"nobody,convolution,{GREYS},4,3,", "no answer 'nobody' in written-key.csv"),
        (f"one,convolution,{SOBEL},4,3,", f"belongs to convolution, {GREYS}, and not to"),
        (f"one,tophat,{GREYS},4,3,", f"belongs to convolution, {GREYS}, and not to tophat"),
        (f"one,convolution,{GREYS},4,2,5,good", "more cells than there are columns"),
    ],
)
def test_points_that_cannot_be_used_are_named_by_their_line(points, row, sentence):
    found = points(f"{row}\ntwo,convolution,{SOBEL},6,4,\n")
    (note,) = found.notes
    assert note.startswith("written.csv, line 2: ")
    assert sentence in note
    assert found.total("ada", "convolution") == 4


def test_points_typed_twice_for_an_answer_count_once_and_are_told(points):
    row = f"one,convolution,{GREYS},4,3,\n"
    found = points(row + row)
    (note,) = found.notes
    assert note.startswith("written.csv, line 3: line 2 has points for this answer already")
    assert found.total("ada", "convolution") == 3


def test_it_is_told_how_many_have_no_points_yet(points):
    found = points(f"one,convolution,{GREYS},4,3,\ntwo,convolution,{SOBEL},6,,\n")
    assert found.notes == ["written.csv: 1 of 2 answers have no points yet."]


def test_a_question_that_is_no_more_is_told(points, tmp_path):
    write_key(tmp_path, [Entry("old", "convolution", "why-not", "ada", "t1")])
    (note,) = points("old,convolution,why-not,4,3,\n").notes
    assert "convolution has no question 'why-not'" in note


@pytest.mark.parametrize("name", [typed.NAME, key.NAME])
def test_a_table_that_cannot_be_read_is_told_and_counts_nothing(points, tmp_path, name):
    points(f"one,convolution,{GREYS},4,3,\n")
    (tmp_path / name).write_text("answer\none\n")
    found = typed_points(tmp_path)
    (note,) = found.notes
    assert note.startswith(f"{name} has no column ")
    assert found.possible() == {}


def test_without_a_table_there_are_no_points(tmp_path):
    assert typed_points(tmp_path).notes == []


def test_a_key_that_names_an_answer_twice_is_not_used(points, tmp_path):
    with open(tmp_path / key.NAME, "a") as file:
        file.write(f"one,convolution,{GREYS},carl,t9\n")
    (note,) = points(f"one,convolution,{GREYS},4,3,\n").notes
    assert "written-key.csv, line 5: the answer one was there before" in note


def test_labels_are_stable_say_nothing_of_the_name_and_are_never_taken_twice():
    question = WrittenQuestion("tophat", "Why?", 3)
    label = label_for("course", "ada", question, ())
    assert label == label_for("course", "ada", question, ())
    assert label != label_for("course", "ada", question, (label,))
    assert label != label_for("course", "ada", WrittenQuestion("tophat", "How?", 3), ())
    assert label != label_for("other", "ada", question, ())
    students = [f"student{n:04}" for n in range(1000)]
    labels = [label_for("course", each, question, ()) for each in students]
    assert len(set(labels)) == 1000
    assert labels != sorted(labels)
