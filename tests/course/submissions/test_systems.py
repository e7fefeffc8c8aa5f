"""Each layout says of students what it knows, and says what it does not know."""

import pytest

from tests.classes import find, find_all
from tests.course.submissions.samples import (
    FLIPPED,
    NOTEBOOK,
    RIGHT,
    UNTOUCHED,
    contents,
    found,
    otter_export,
    put,
)
from tests.course.submissions.shapes import (
    canvas,
    classroom,
    classroom50,
    gradescope,
    moodle,
    nbgrader,
    sakai,
)


def test_what_gradescope_knows_of_students_is_kept(tmp_path):
    gradescope(tmp_path)
    submissions, notes = find(tmp_path)
    known = {(i.student, i.name, i.id, i.email) for i in (each.identity for each in submissions)}
    assert known == {
        ("3031234567", "Ada Example", "3031234567", "ada@example.org"),
        ("0031234568", "Ben Example", "0031234568", "ben@example.org"),
        ("other.ada@example.org", "Ada Example", "", "other.ada@example.org"),
    }
    assert any("handed in by 2 students together" in note for note in notes)


def test_gradescopes_students_of_one_name_and_no_number_stay_two(tmp_path):
    for number, sample in [(1, RIGHT), (2, FLIPPED)]:
        put(tmp_path, f"submission_{number}/convolution.py", sample)
    put(
        tmp_path,
        "submission_metadata.yml",
        "".join(f"submission_{n}:\n  :submitters:\n  - :name: Ada Example\n" for n in (1, 2)),
    )
    graded, notes = found(tmp_path)
    assert sorted(graded.values()) == sorted(contents({1: RIGHT, 2: FLIPPED}).values())
    assert sum("2 students would have this name" in note for note in notes) == 2


def test_gradescopes_submissions_are_graded_also_where_nobody_knows_whose_they_are(tmp_path):
    put(tmp_path, "submission_1/convolution.py", RIGHT)
    put(tmp_path, "submission_metadata.yml", "submission_2:\n  :submitters: []\n  :score: 1.0\n")
    graded, notes = found(tmp_path)
    assert graded == contents({("submission_1", "convolution"): RIGHT})
    assert any("does not say whose it is" in note for note in notes)


@pytest.mark.parametrize(
    "text", ["", "\0", "{", "[" * 10**6, "- a\n- b\n", "a: &x [*x, *x]\n", "\xff"]
)
def test_gradescopes_metadata_may_be_damaged(tmp_path, text):
    put(tmp_path, "submission_1/convolution.py", RIGHT)
    put(tmp_path, "submission_metadata.yml", text.encode("latin-1"))
    assert found(tmp_path)[0] == contents({("submission_1", "convolution"): RIGHT})


def test_the_later_of_gradescopes_submissions_counts(tmp_path):
    people = "  :submitters:\n  - :name: Ada Example\n    :sid: 7\n  :created_at: "
    zones = "!ruby/object:ActiveSupport::TimeWithZone\n    utc: "
    for number, time in [(1, f"{zones}2026-01-31 13:00:00 Z"), (2, "2026-01-31 13:30:00 +01:00")]:
        put(tmp_path, f"submission_{number}/convolution.py", (FLIPPED, RIGHT)[number % 2])
        with open(tmp_path / "submission_metadata.yml", "a") as file:
            file.write(f"submission_{number}:\n{people}{time}\n")
    graded, notes = found(tmp_path)
    assert graded == contents({("7", "convolution"): RIGHT})
    assert any("was handed in last and counts" in note for note in notes)


def test_canvas_students_are_told_apart_by_their_ids(tmp_path):
    put(tmp_path, "exampleada_1_10_convolution.py", RIGHT)
    put(tmp_path, "exampleada_2_11_convolution.py", FLIPPED)
    submissions, _ = find(tmp_path)
    assert [(e.student, e.identity.id) for e in submissions] == [
        ("exampleada_1", "1"),
        ("exampleada_2", "2"),
    ]


def test_a_canvas_submission_that_is_no_file_is_left_out_and_that_is_said(tmp_path):
    canvas(tmp_path)
    put(tmp_path, "exampledora_9_text.html", "<p>See my notebook</p>")
    put(tmp_path, "exampleeve_10_11_essay.pdf", b"%PDF")
    notes = "\n".join(find(tmp_path)[1])
    assert "exampledora_9_text.html: left out, there is nothing to grade in it." in notes
    assert "exampleeve_10_11_essay.pdf: left out, there is nothing to grade in it." in notes
    assert "sketch.pdf" not in notes


def test_moodles_number_is_the_one_of_its_grading_worksheet(tmp_path):
    moodle(tmp_path)
    ids = {each.identity.id for each in find(tmp_path)[0]}
    assert ids == {"Participant 12345", "Participant 12346", "Participant 12347"}


def test_nbgraders_time_is_the_one_in_its_file(tmp_path):
    expected = nbgrader(tmp_path)
    put(tmp_path, "submitted/bitdiddle/ps1/timestamp.txt", "2027-01-01 00:00:00 UTC")
    expected["bitdiddle", "convolution"] = UNTOUCHED
    assert found(tmp_path)[0] == contents(expected)
    put(tmp_path, "submitted/bitdiddle/ps1/timestamp.txt", "yesterday")
    assert any("it holds no time" in note for note in find(tmp_path)[1])


def test_a_roster_tells_who_github_users_are(tmp_path):
    classroom(tmp_path)
    known = {e.student: e.identity for e in find(tmp_path)[0]}
    assert (known["octo-cat"].name, known["octo-cat"].id) == ("Ada Example", "3031")
    assert known["hubot"] is None


@pytest.mark.parametrize(
    ("repositories", "users"),
    [
        (["hw-1-ada", "hw-1-ben-b"], ["ada", "ben-b"]),
        (["hw-1-ada"], ["hw-1-ada"]),
        (["convolution-ada-b", "convolution-ada-c"], ["ada-b", "ada-c"]),
        (["skull-removal-ada", "convolution-ada"], ["ada"]),
        (["ada", "ben"], ["ada", "ben"]),
    ],
)
def test_a_clone_outside_the_folder_of_its_assignment_has_its_users_name(
    tmp_path, repositories, users
):
    for name in repositories:
        put(tmp_path, f"{name}/.git/HEAD", "ref: refs/heads/main\n")
        put(tmp_path, f"{name}/convolution.py", RIGHT)
    assert sorted({each.student for each in find(tmp_path)[0]}) == users


def test_of_zips_without_a_name_the_file_name_stands_for_the_student(tmp_path):
    for day in ("30", "31"):
        name = f"convolution_2026_01_{day}T12_00_00_000000.zip"
        put(tmp_path, name, otter_export(NOTEBOOK))
    assert sorted(each.student for each in find(tmp_path)[0]) == [
        "convolution_2026_01_30T12_00_00_000000",
        "convolution_2026_01_31T12_00_00_000000",
    ]


def test_moodles_number_is_the_one_that_moodle_wrote(tmp_path):
    name = "Ann_12_assignsubmission_file_Bob_5_assignsubmission_file_convolution.py"
    put(tmp_path, name, FLIPPED)
    put(tmp_path, "Bob_5_assignsubmission_file_convolution.py", RIGHT)
    assert found(tmp_path)[0] == contents(
        {("Ann_12", "convolution"): FLIPPED, ("Bob_5", "convolution"): RIGHT}
    )


@pytest.mark.parametrize(
    ("folder", "repositories", "users"),
    [
        ("hw-submissions", ["hw-bob", "hw-x-bob"], ["bob", "x-bob"]),
        ("clones", ["hw-bob", "hw-x-bob"], ["bob", "x-bob"]),
        ("clones", ["hw-x-bob", "hw-ann"], ["ann", "x-bob"]),
        ("clones", ["convolution-x-bob", "convolution-ann"], ["ann", "x-bob"]),
        ("hw-submissions", ["hw-ann", "hw-bob", "other-x-bob"], ["ann", "bob", "other-x-bob"]),
        ("lab-hw_submissions_2026_01_31_T_12_00_00", ["lab-hw-x-bob"], ["x-bob"]),
    ],
)
def test_no_account_counts_as_another_whose_name_it_ends_in(tmp_path, folder, repositories, users):
    roster = "identifier,github_username,github_id,name\n1,bob,1,Bob\n2,ann,2,Ann\n"
    put(tmp_path, f"{folder}/classroom_roster.csv", roster)
    for name in repositories:
        put(tmp_path, f"{folder}/{name}/.git/HEAD", "ref: refs/heads/main\n")
        put(tmp_path, f"{folder}/{name}/convolution.py", RIGHT)
    assert sorted({each.student for each in find(tmp_path / folder)[0]}) == users


def test_what_systems_say_of_time_and_lateness_is_kept(tmp_path):
    for number, shape in enumerate((sakai, classroom50, canvas)):
        shape(tmp_path / str(number))
    told = {
        each.student: (each.time, each.late)
        for number in range(3)
        for each in find(tmp_path / str(number))[0]
    }
    assert told["ada"] == ("2026-01-31T12:00:00Z", "Late")
    assert told["octo-cat"] == ("2026-01-31T12:00:00Z", "true")
    assert told["bob"] == ("2026-01-30T12:00:00Z", "")
    assert told["examplebenjürgen_334244"] == ("", "yes")


def test_who_handed_in_nothing_is_named_by_the_tables_of_a_system(tmp_path):
    sakai(tmp_path / "sakai")
    classroom50(tmp_path / "classroom50")
    assert find_all([tmp_path / "sakai"]).students.keys() == {"ada", "ben", "cleo"}
    named = find_all([tmp_path / "classroom50"])
    assert named.students["mona"].email == "mona@example.org"
    assert not any(each.student == "mona" and each.is_work for each in named.notes)


def test_feedback_that_lies_beside_is_no_work_of_the_student(tmp_path):
    sakai(tmp_path)
    assert "ada" not in find_all([tmp_path]).not_graded
