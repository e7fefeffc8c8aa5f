"""Folders and names that are made to do harm: what is safe is read, and the rest is said."""

import os

import pytest

from autograder.course.submissions import hand_in
from tests.classes import find
from tests.course.submissions.samples import (
    FLIPPED,
    RIGHT,
    as_zip,
    class_zip,
    otter_export,
    put,
    students,
)
from tests.course.submissions.shapes import canvas, plain

GOOD = RIGHT.read_bytes()


def test_of_a_student_with_many_or_deep_files_only_some_are_looked_at(tmp_path, monkeypatch):
    monkeypatch.setattr(hand_in, "MOST_FILES", 20)
    for number in range(50):
        put(tmp_path, f"ada/{number}.txt", "")
        put(tmp_path, f"ben/{number}/{number}.txt", "")
    put(tmp_path, "cleo/" + "deep/" * 20 + "convolution.py", RIGHT)
    put(tmp_path, "zoe/convolution.py", RIGHT)
    assert students(tmp_path) == {"zoe": GOOD}
    notes = find(tmp_path)[1]
    assert [note.split(": ")[0] for note in notes] == ["ada", "ben", "cleo" + "/deep" * 8]


def test_names_in_a_zip_become_names_that_any_file_system_takes(tmp_path):
    odd = (
        "-rf",
        "=1+1",
        "a\nb",
        "\x1b[2J",
        "\u202eevil",
        "a?b",
        "a*b",
        "~",
        "x" * 300,
        "con.",
        " ",
    )
    path = class_zip(tmp_path, {f"{name}/convolution.py": RIGHT for name in odd})
    found = students(path)
    assert set(found.values()) == {GOOD}
    assert len(found) == len(odd) + 1
    for name in found:
        assert not set(name) & set('<>:"/\\|?*\n\x1b\u202e')
        assert len(name.encode()) < 200
        assert name not in ("", ".", "..")


def test_students_whose_names_differ_in_case_only_are_kept_apart(tmp_path):
    path = class_zip(tmp_path, {"Ada/convolution.py": RIGHT, "ada/convolution.py": FLIPPED})
    found = students(path)
    assert len({name.casefold() for name in found}) == len(found) == 3
    assert sum("2 students would have this name" in note for note in find(path)[1]) == 2
    assert found == students(path)


def test_a_folder_and_a_zip_of_unlike_names_do_not_become_one_student(tmp_path):
    put(tmp_path, "a_b/convolution.py", RIGHT)
    put(tmp_path, "a?b.zip", otter_export(FLIPPED, "convolution.py"))
    found = students(tmp_path)
    assert sorted(found.values()) == sorted([GOOD, FLIPPED.read_bytes()])


def test_pipes_and_links_on_the_disk_are_not_opened(tmp_path):
    for name in ("submission_metadata.yml", "classroom_roster.csv", "ada.zip", "gradebook.db"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "ben.zip").symlink_to("/dev/zero")
    put(tmp_path, "zoe/convolution.py", RIGHT)
    os.mkfifo(tmp_path / "zoe" / "timestamp.txt")
    assert students(tmp_path) == {"zoe": GOOD}


@pytest.mark.parametrize(
    "names",
    [
        ("ps1/timestamp.txt", "ps1/convolution.py"),
        (".git/HEAD",),
        ("submission_metadata.yml",),
        ("x_1_2_convolution.py", "x_3_assignsubmission_file_convolution.py"),
        ("submitted/x/y/timestamp.txt", "gradebook.db"),
        ("x-submissions/x-y/convolution.py",),
    ],
)
def test_no_student_makes_the_class_look_like_another_layout(tmp_path, names):
    expected = {student for student, _ in plain(tmp_path)}
    for name in names:
        put(tmp_path / "mallory", name, FLIPPED)
    found = students(tmp_path)
    assert set(found) - {"mallory"} == expected


def test_no_student_takes_the_place_of_another_by_the_name_of_a_file(tmp_path):
    canvas(tmp_path)
    before = students(tmp_path)
    put(tmp_path, "mallory_666_999999999_exampleada_340934_1000000000_convolution.py", FLIPPED)
    put(tmp_path, "mallory_666_999999998_convolution.zip", as_zip({"ada/convolution.py": FLIPPED}))
    after = students(tmp_path)
    assert {name: after[name] for name in before} == before
