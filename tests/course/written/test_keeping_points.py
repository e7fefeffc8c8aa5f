"""Nothing that was typed is lost, and no points go to an answer that they were not typed for."""

from tests.classes import typed_points


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


def test_a_table_that_was_deleted_is_named_and_written_again(course):
    course.collect()
    course.type_points(ada="3")
    (course.out / "written.csv").unlink()
    assert typed_points(course.out).notes == [
        "written.csv is gone, and with it the points that were typed there. "
        "Put it back, or run `grade` to create it again."
    ]
    assert [note for note in course.collect() if "`grade` writes it again, without points." in note]
    assert typed_points(course.out).notes == []
    assert len(course.rows()) > 0
