"""Of several files of one student one is chosen, and what is left out is said."""

import pytest

from autograder.course.submissions.folders import on_disk
from autograder.course.submissions.known_exercises import KnownExercises
from autograder.course.submissions.latest import is_untouched
from autograder.exercises import declarations, exercise_names
from tests.classes import find
from tests.course.submissions.samples import (
    FLIPPED,
    RIGHT,
    as_zip,
    contents,
    found,
    put,
    students,
    zip_of,
)


def test_of_an_exercise_in_several_folders_of_a_student_the_nearest_counts(tmp_path):
    put(tmp_path, "ada/convolution.py", RIGHT, time=1e9)
    put(tmp_path, "ada/old/convolution.py", FLIPPED, time=2e9)
    graded, notes = found(tmp_path)
    assert graded == contents({("ada", "convolution"): RIGHT})
    assert notes == ["ada/old/convolution.py: replaced, another convolution lies nearer."]


def test_folders_in_a_zip_do_not_make_its_files_lie_farther(tmp_path):
    put(tmp_path, "ada/a.zip", as_zip({"work/hw/convolution.py": FLIPPED}), time=1e9)
    put(tmp_path, "ada/convolution.py", RIGHT, time=2e9)
    put(tmp_path, "ben/a/convolution.py", RIGHT, time=1e9)
    put(tmp_path, "ben/b.zip", as_zip({"work/hw/convolution.py": FLIPPED}), time=2e9)
    graded, _ = found(tmp_path)
    assert graded == contents({("ada", "convolution"): RIGHT, ("ben", "convolution"): FLIPPED})


def _file(path):
    return on_disk(path, KnownExercises(declarations()))


@pytest.mark.parametrize("name", exercise_names())
@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
def test_a_file_as_students_get_it_counts_only_where_there_is_no_other(
    tmp_path, root, name, suffix
):
    handout = root / "assignments" / name / f"{name}{suffix}"
    assert is_untouched(_file(handout))
    written = handout.read_text().replace("...", "return None")
    assert not is_untouched(_file(put(tmp_path, f"{name}{suffix}", written)))
    todo = b"Write your code here."
    for written in range(1, handout.read_bytes().count(todo) + 1):
        begun = handout.read_bytes().replace(todo, b"Mine.", written)
        assert not is_untouched(_file(put(tmp_path, f"{name}{suffix}", begun)))


def test_a_student_who_handed_in_nothing_is_named(tmp_path):
    put(tmp_path, "ada/convolution.py", RIGHT)
    put(tmp_path, "ben/notes.txt", "I was ill.")
    assert find(tmp_path)[1] == ["ben: left out, there is nothing to grade in it."]


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_handout_beside_the_students_makes_no_student_of_the_class(tmp_path, form):
    course = tmp_path / "course"
    put(course, "class/ada/convolution.py", RIGHT)
    put(course, "class/ben/convolution.py", FLIPPED)
    put(course, "class/convolution.py", RIGHT)
    if form == "zip":
        course = zip_of(course, tmp_path / "class.zip")
    graded, notes = found(course)
    assert graded == contents({("ada", "convolution"): RIGHT, ("ben", "convolution"): FLIPPED})
    assert notes == ["convolution.py: left out, it is not a student's folder."]


def test_students_go_by_the_same_names_from_a_folder_and_from_a_zip_of_it(tmp_path):
    for name in ("<b>x", "Ann", "ann", "Zoe\u0308", " lead", "plain"):
        put(tmp_path / "class", f"{name}/convolution.py", RIGHT)
    from_folder = students(tmp_path / "class")
    assert from_folder.keys() >= {"_b_x", "Zo\u00eb", "lead", "plain"}
    assert students(zip_of(tmp_path / "class", tmp_path / "class.zip")) == from_folder
