"""Submissions are found in what real systems hand over, in a folder or in one zip."""

import csv

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.exercise import names
from autograder.layouts.latest import is_untouched
from autograder.submissions import find, read
from tests.layouts.shapes import (
    FLIPPED,
    NOTEBOOK,
    RIGHT,
    SHAPES,
    UNTOUCHED,
    as_zip,
    canvas,
    classroom,
    gradescope,
    moodle,
    nbgrader,
    otter_export,
    put,
    zip_of,
)


def found(folder):
    submissions, notes = find(folder)
    return {(each.student, each.exercise): read(each.path) for each in submissions}, notes


def contents(expected):
    return {key: sample.read_bytes() for key, sample in expected.items()}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("packed", ["a folder", "a folder in a folder", "a zip", "a zip of both"])
def test_every_student_and_exercise_is_found(tmp_path, shape, packed):
    inner = tmp_path / "made" / ("export" if "folder in" in packed or "both" in packed else ".")
    expected = shape(inner)
    folder = tmp_path / "made"
    if "zip" in packed:
        folder = zip_of(folder, tmp_path / "class.zip")
    assert found(folder)[0] == contents(expected)


def test_a_zip_of_a_class_may_lie_alone_in_a_folder(tmp_path):
    expected = canvas(tmp_path / "made")
    (tmp_path / "downloads").mkdir()
    zip_of(tmp_path / "made", tmp_path / "downloads" / "submissions.zip")
    assert found(tmp_path / "downloads")[0] == contents(expected)


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
    assert "exampledora_9_text.html: left out, it is not named as Canvas names files." in notes
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
    assert any("it does not tell a time" in note for note in find(tmp_path)[1])


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


def test_a_file_of_another_name_is_named_with_the_exercise_that_it_seems_to_be(tmp_path):
    put(tmp_path, "ada/convolution.py", RIGHT)
    put(tmp_path, "ben/homework.py", RIGHT)
    submissions, notes = find(tmp_path)
    assert [each.student for each in submissions] == ["ada"]
    assert notes == [
        "ben/homework.py: left out, there is no exercise named 'homework', but it holds the "
        "functions of convolution."
    ]


def test_of_an_exercise_in_several_folders_of_a_student_the_nearest_counts(tmp_path):
    put(tmp_path, "ada/convolution.py", RIGHT, time=1e9)
    put(tmp_path, "ada/old/convolution.py", FLIPPED, time=2e9)
    graded, notes = found(tmp_path)
    assert graded == contents({("ada", "convolution"): RIGHT})
    assert notes == ["ada/old/convolution.py: left out, another convolution lies nearer."]


def test_folders_in_a_zip_do_not_make_its_files_lie_farther(tmp_path):
    put(tmp_path, "ada/a.zip", as_zip({"work/hw/convolution.py": FLIPPED}), time=1e9)
    put(tmp_path, "ada/convolution.py", RIGHT, time=2e9)
    put(tmp_path, "ben/a/convolution.py", RIGHT, time=1e9)
    put(tmp_path, "ben/b.zip", as_zip({"work/hw/convolution.py": FLIPPED}), time=2e9)
    graded, _ = found(tmp_path)
    assert graded == contents({("ada", "convolution"): RIGHT, ("ben", "convolution"): FLIPPED})


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
def test_a_file_as_students_get_it_counts_only_where_there_is_no_other(
    tmp_path, root, name, suffix
):
    handout = root / "assignments" / name / f"{name}{suffix}"
    assert is_untouched(handout, name)
    written = handout.read_text().replace("...", "return None")
    assert not is_untouched(put(tmp_path, f"{name}{suffix}", written), name)
    half = handout.read_bytes().rpartition(b"Write your code here.")[0]
    assert not is_untouched(put(tmp_path, f"{name}{suffix}", half), name)


def test_a_student_who_handed_in_nothing_is_named(tmp_path):
    put(tmp_path, "ada/convolution.py", RIGHT)
    put(tmp_path, "ben/notes.txt", "I was ill.")
    assert find(tmp_path)[1] == ["ben: left out, there is nothing to grade in it."]


def test_a_class_is_graded_out_of_a_zip_and_who_is_who_is_written_beside(tmp_path):
    put(tmp_path, "made/exampleada_1_10_convolution.py", RIGHT)
    export = otter_export(FLIPPED, "convolution.py")
    put(tmp_path, "made/exampleben_2_11_convolution_2026_01_31T12_00_00_000000.zip", export)
    zip_of(tmp_path / "made", tmp_path / "class.zip")
    out = tmp_path / "graded"
    words = ["grade", str(tmp_path / "class.zip"), "--out", str(out), "--jobs", "1"]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 1, result.output
    assert "class.zip is a bulk download from Canvas" in result.output
    with open(out / "grades.csv", newline="") as file:
        points = {row["student"]: row["convolution"] for row in csv.DictReader(file)}
    assert points == {"exampleada_1": "25", "exampleben_2": "20"}
    assert (out / "identities.csv").read_text() == (
        "student,name,id,email\nexampleada_1,exampleada,1,\nexampleben_2,exampleben,2,\n"
    )
