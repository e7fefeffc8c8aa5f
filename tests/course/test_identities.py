"""What is known of students is kept beside their grades, and their keys are theirs alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.course.identities import Identity, read_identities, write_identities
from autograder.course.submissions.people import joined
from autograder.course.submissions.student_keys import as_name


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


def keys_of(identities, known=()):
    """Return the key of each identity of one download, and notes."""
    people, notes = joined([(0, each) for each in identities], known)
    return {each: person.student for each, person in people.items()}, notes


@settings(deadline=None)
@given(texts=st.lists(texts, max_size=12))
def test_no_two_students_share_a_key(texts):
    identities = [Identity(as_name(text), source=text) for text in texts]
    students, notes = keys_of(identities)
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
    few, _ = keys_of([one, other])
    many, _ = keys_of([third, other, one])
    assert {few[one], few[other]} <= set(many.values())
    assert few[one] == many[one]


def test_people_are_joined_by_what_a_system_gives_and_not_by_their_names():
    ada, ada_too, namesake, by_mail = (
        Identity("ada", "Ada", id="1", system="Canvas"),
        Identity("other", "A. Example", id="1", email="ADA@x.org", system="Canvas"),
        Identity("ada", "Ada", id="2", system="Canvas"),
        Identity("a@x", "Ada", email="ada@x.org", system="Gradescope"),
    )
    people, notes = joined([(0, ada), (1, ada_too), (1, namesake), (2, by_mail)])
    assert people[ada] == people[ada_too] == people[by_mail]
    assert (people[ada].student, people[ada].email) == ("ada", "ADA@x.org")
    assert people[namesake].student.startswith("ada~")
    assert len(notes) == 1


def test_two_claims_to_one_identity_join_nobody():
    one, other = (Identity("7", id="7", email=f"{name}@x.org", system="S") for name in "ab")
    students, notes = keys_of([one, other])
    assert len(set(students.values())) == 2
    assert "share what should tell who they are; they stay apart" in notes[0]


def test_who_turns_out_to_be_one_person_is_one():
    parts = [
        Identity("7", id="7", system="S"),
        Identity("ada@x.org", email="ada@x.org"),
        Identity("ada", id="7", email="ada@x.org", system="S"),
    ]
    students, _ = keys_of(parts)
    assert set(students.values()) == {"7"}


def test_who_is_known_from_before_keeps_the_key():
    known = Identity("ada", account="ada")
    students, _ = keys_of([Identity("Ada", account="Ada"), known], known=[known])
    assert students.pop(known) == "ada"
    assert next(iter(students.values())).startswith("Ada~")


def test_keys_are_the_same_download_by_download_and_at_once():
    first = [Identity(key, account=key) for key in ("ada", "Ada", "ben")]
    then = [Identity(key, account=key) for key in ("ada", "Ben", "BEN", "cy")]
    at_once, _ = joined([*((0, each) for each in first), *((1, each) for each in then)])
    before, _ = joined([(0, each) for each in first])
    after, _ = joined([(0, each) for each in then], known=before.values())
    assert {i: p.student for i, p in at_once.items()} == {
        **{i: p.student for i, p in before.items()},
        **{i: p.student for i, p in after.items() if i in then},
    }
