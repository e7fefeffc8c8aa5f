"""Answers of a class on pages and in a table, both without names."""


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
    assert note == "Scripts hold no written answers: dora (convolution)."


def test_a_notebook_that_cannot_be_read_is_named(course):
    course.submissions["bert"].path.write_text("{")
    notes = course.collect()
    assert "bert/convolution: the written answers cannot be read: it is not JSON." in notes


def test_a_notebook_without_the_question_is_named(course):
    course.submissions["bert"].path.write_text('{"cells": []}')
    notes = course.collect()
    assert "convolution, 'Why these greys?': not in the notebook of bert." in notes


def test_an_unchanged_notebook_is_parsed_once(course, monkeypatch):
    course.collect()
    monkeypatch.setattr("autograder.course.written.kept_answers.answers_in", None)
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
    scripts = course.page().all("script")  # what the page knows of points, and its own script
    assert scripts == [{"type": "application/json", "id": "typed"}, {}]
    assert not course.page().all("img")
    assert all(each.startswith("#") for each in course.page().references)
