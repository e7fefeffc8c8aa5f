"""What is known of students is kept beside their grades, and their keys are theirs alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.course.identities import Identity, read_identities, write_identities
from autograder.course.submissions.student_keys import as_name, unique_keys


def test_identities_are_read_as_they_were_written(tmp_path):
    known = [
        Identity("ada", "Ada, Example", "0031", "ada@example.org"),
        Identity("-b", "=1+1", '"7"', ""),
        Identity("c"),
    ]
    write_identities(tmp_path, [*known, known[0], None])
    assert read_identities(tmp_path) == {each.student: each for each in known}
    assert "=1+1" not in (tmp_path / "identities.csv").read_text().replace("'=1+1", "")


def test_where_nothing_is_known_no_file_is_left(tmp_path):
    write_identities(tmp_path, [Identity("ada", id="1")])
    write_identities(tmp_path, [Identity("ada"), None])
    assert list(tmp_path.iterdir()) == []
    assert read_identities(tmp_path) == {}


texts = st.text(st.sampled_from("aA~_ßS./\\\n-"), max_size=3)


@settings(deadline=None)
@given(texts=st.lists(texts, max_size=12))
def test_no_two_students_share_a_key(texts):
    identities = [Identity(as_name(text), source=text) for text in texts]
    students, notes = unique_keys(identities)
    keys = set(students.values())
    assert len(keys) == len(set(identities))
    assert len({key.casefold() for key in keys}) == len(keys)
    assert len(notes) == sum("~" in key for key in keys)


@settings(deadline=None)
@given(text=st.text())
def test_a_name_is_one_that_any_file_system_takes(text):
    name = as_name(text)
    assert name not in ("", ".", "..")
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip(" .")
    assert len(name.encode()) <= 255
    assert as_name(text) == name


def test_a_key_depends_on_that_student_alone():
    one, other, third = (Identity("ada", id=number) for number in "123")
    few, _ = unique_keys([one, other])
    many, _ = unique_keys([third, other, one])
    assert {few[one], few[other]} <= set(many.values())
    assert few[one] == many[one]
