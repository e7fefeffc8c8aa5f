"""From answers to a table without names, to points, and back: nothing that was typed is lost."""

import csv

import pytest

from autograder.submissions import Submission
from autograder.written import typed
from autograder.written.collect import collect
from autograder.written.typed import typed_points
from tests.pages.sample import Page
from tests.written.sample import hand_in

GREYS = "convolution-why-these-greys.html"
SEED = "a-course"


@pytest.fixture
def course(tmp_path):
    """A class of four, with a script among them, and the folder of its results."""
    return Course(tmp_path)


class Course:
    def __init__(self, folder):
        self.folder, self.out = folder / "class", folder / "out"
        self.submissions = {
            "ada": hand_in(self.folder, "ada", ["Green *counts*.", "Edges."]),
            "bert": hand_in(self.folder, "bert", ["The eye sees green best."]),
            "carl": hand_in(self.folder, "carl"),
            "dora": self.script("dora"),
        }

    def script(self, student):
        path = self.folder / student / "convolution.py"
        path.parent.mkdir(parents=True)
        path.write_text("def convolve2d(image, kernel): ...")
        return Submission(student, "convolution", path)

    def hand_in(self, student, answers):
        self.submissions[student] = hand_in(self.folder, student, answers)

    def collect(self, seed=SEED, rubrics="nowhere"):
        return collect(self.out, list(self.submissions.values()), seed, rubrics)

    def rows(self, name="written.csv"):
        with open(self.out / name, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def type_points(self, **points):
        """Type points into the rows of some students' answers to the first question."""
        entries = {row["answer"]: row for row in self.rows("written-key.csv")}
        rows = self.rows()
        for row in rows:
            entry = entries[row["answer"]]
            if "greys" in row["question"] and entry["student"] in points:
                row["points"] = points[entry["student"]]
        with open(self.out / "written.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, typed.COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def page(self, name=GREYS):
        return Page((self.out / "written" / name).read_text(encoding="utf-8"))

    def bytes(self):
        files = (path for path in self.out.rglob("*") if path.is_file())
        return {path.relative_to(self.out): path.read_bytes() for path in files}


def test_all_answers_to_a_question_stand_on_one_page_without_names(course):
    course.collect()
    page = course.page()
    assert "Green counts." in page.text
    assert "<em>counts</em>" in page.html
    assert "The eye sees green best." in page.text
    assert "2 answers, 1 left empty" in page.text
    for name in course.submissions:
        assert name not in page.html
        assert name not in (course.out / "written.csv").read_text()


def test_the_table_has_a_row_for_each_answer_and_the_key_says_whose_it_is(course):
    course.collect()
    rows = course.rows()
    assert [(r["exercise"], r["possible"], r["points"]) for r in rows] == [
        ("convolution", "4", ""),
        ("convolution", "4", ""),
        ("convolution", "6", ""),
    ]
    whose = {row["answer"]: row["student"] for row in course.rows("written-key.csv")}
    assert sorted(whose[row["answer"]] for row in rows) == ["ada", "ada", "bert"]


def test_answers_are_in_the_order_of_their_labels(course):
    for number in range(20):
        course.hand_in(f"student{number:02}", [f"Answer {number}."])
    course.collect()
    labels = [a["id"] for tag, a in course.page().tags if tag == "h3"]
    assert labels == sorted(labels)
    whose = {row["answer"]: row["student"] for row in course.rows("written-key.csv")}
    students = [whose[label] for label in labels]
    assert students != sorted(students)


def test_scripts_have_no_written_answers_and_that_is_said(course):
    (note,) = course.collect()
    assert note.startswith("convolution: a script has no written answers")
    assert "dora" in note


def test_collecting_again_changes_no_byte(course):
    course.collect()
    before = course.bytes()
    course.collect()
    assert course.bytes() == before


def test_typed_points_stay_when_the_class_is_collected_again(course):
    course.collect()
    course.type_points(ada="3", bert="0.5")
    sheet = (course.out / "written.csv").read_bytes()
    course.hand_in("emil", ["I am late."])
    course.collect()
    now = (course.out / "written.csv").read_bytes()
    assert now.startswith(sheet)
    assert now.count(b"\n") == sheet.count(b"\n") + 1
    assert typed_points(course.out).total("ada", "convolution") == 3


def test_labels_stay_when_the_seed_is_another(course):
    course.collect()
    before = course.rows()
    course.collect(seed="next-year")
    assert course.rows() == before


def test_labels_come_back_where_the_key_was_lost(course):
    course.collect()
    course.type_points(ada="3")
    (course.out / "written-key.csv").unlink()
    course.collect()
    assert typed_points(course.out).total("ada", "convolution") == 3


def test_an_answer_that_changes_after_it_was_graded_keeps_its_points_and_is_told(course):
    course.collect()
    course.type_points(ada="3")
    course.hand_in("ada", ["Blue counts.", "Edges."])
    for _ in range(2):
        (note,) = [note for note in course.collect() if "has changed" in note]
        assert "convolution, why-these-greys" in note
        assert "ada" not in note
        assert "has changed since its points were typed" in course.page().text
    assert "Blue counts." in course.page().text
    assert typed_points(course.out).total("ada", "convolution") == 3
    course.type_points(ada="")
    course.collect()
    course.type_points(ada="1")
    assert not [note for note in course.collect() if "has changed" in note]


def test_an_answer_that_changes_before_it_is_graded_is_nothing_to_tell(course):
    course.collect()
    course.hand_in("ada", ["Blue counts.", "Edges."])
    assert not [note for note in course.collect() if "has changed" in note]
    course.type_points(ada="3")
    assert not [note for note in course.collect() if "has changed" in note]


def test_an_answer_that_was_taken_back_keeps_its_points_and_is_told(course):
    course.collect()
    course.type_points(ada="3")
    course.hand_in("ada", ["", "Edges."])
    (note,) = [note for note in course.collect() if "taken back" in note]
    assert "convolution, why-these-greys" in note
    assert typed_points(course.out).total("ada", "convolution") == 3


def test_a_table_that_was_broken_is_left_as_it_is(course):
    course.collect()
    (course.out / "written.csv").write_text("answers\nmine\n")
    note = course.collect()[-1]
    assert note.startswith("written.csv has no column answer")
    assert (course.out / "written.csv").read_text() == "answers\nmine\n"


def test_a_notebook_that_cannot_be_read_is_named(course):
    course.submissions["bert"].path.write_text("{")
    notes = course.collect()
    assert "bert/convolution: the written answers cannot be read: it is not JSON." in notes


def test_a_notebook_without_the_question_is_named(course):
    course.submissions["bert"].path.write_text('{"cells": []}')
    notes = course.collect()
    assert "convolution, 'Why these greys?': not to be found in the notebook of bert." in notes


def test_an_unchanged_notebook_is_parsed_once(course, monkeypatch):
    course.collect()
    monkeypatch.setattr("autograder.written.handed_in.answers_in", None)
    course.collect()
    assert "Green counts." in course.page().text


def test_a_damaged_file_of_answers_is_made_again(course):
    course.collect()
    before = course.bytes()
    (course.out / "answers/ada/convolution.json").write_text("{")
    course.collect()
    assert course.bytes() == before


def test_a_very_long_answer_is_cut_and_that_is_said(course):
    course.hand_in("ada", ["word " * 100_000])
    course.collect()
    assert "(The rest was cut off.)" in course.page().text
    assert len(course.page().html) < 100_000


RUBRIC = (
    "# convolution\n\n## Why these greys? (4 points)\n\nSay why.\n\n### Rubric\n\n- 4 points: all\n"
)


def test_the_rubric_stands_beside_the_answers(course, tmp_path):
    (tmp_path / "convolution-rubric.md").write_text(RUBRIC)
    course.collect(rubrics=tmp_path)
    assert "4 points: all" in course.page().text
    assert "Say why." in course.page().text


def test_without_a_rubric_the_page_says_how_to_get_it(course):
    course.collect()
    assert "autograder build" in course.page().text


def test_a_rubric_for_other_points_is_told(course, tmp_path):
    (tmp_path / "convolution-rubric.md").write_text(RUBRIC.replace("(4 points)", "(5 points)"))
    assert [note for note in course.collect(rubrics=tmp_path) if "is for 5 points" in note]


def test_hostile_answers_are_text(course):
    course.hand_in("ada", ["<script>alert(1)</script> ![x](http://example.org/x.png)"])
    course.collect()
    assert not course.page().all("script")
    assert not course.page().all("img")
    assert all(each.startswith("#") for each in course.page().references)
