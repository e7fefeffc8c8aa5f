"""Submissions are found in a folder, whatever else lies in it."""

import os

import pytest

from autograder.course.submissions.submission import BadSubmission, read_source
from tests.classes import find


@pytest.fixture
def place(tmp_path):
    """Make a file below a class folder; return its path."""

    def make(name, text="pass", age=0):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, (1e9 - age, 1e9 - age))
        return path

    return make


def test_each_students_files_are_found_sorted(tmp_path, place):
    place("b/convolution.py")
    place("a/convolution.ipynb")
    submissions, notes = find(tmp_path)
    assert [(s.student, s.path.suffix) for s in submissions] == [("a", ".ipynb"), ("b", ".py")]
    assert notes == []


def test_the_newer_of_two_counts_and_that_is_said(tmp_path, place):
    newer = place("a/convolution.py")
    place("a/convolution.ipynb", age=60)
    submissions, notes = find(tmp_path)
    assert [s.path for s in submissions] == [newer]
    assert "newer and counts" in notes[0]


def test_what_is_no_submission_is_left_out_and_that_is_said(tmp_path, place):
    place("a/convolution.py")
    place("a/unheard_of.py")
    place("a/notes.txt")
    place("stray.py")
    place(".hidden/convolution.py")
    (tmp_path / "b" / "convolution.py").mkdir(parents=True)
    os.mkfifo(tmp_path / "a" / "convolution.ipynb")
    (tmp_path / "c").symlink_to("/")
    submissions, notes = find(tmp_path)
    assert len(submissions) == 1
    assert len(notes) == 5
    assert sum("left out" in note for note in notes) == 4
    assert "b/convolution.py: it is a folder, not a plain file." in notes


def test_a_folder_without_submissions_is_an_error(tmp_path):
    with pytest.raises(BadSubmission, match="no submissions"):
        find(tmp_path)
    with pytest.raises(BadSubmission, match="cannot be read"):
        find(tmp_path / "nowhere")


def test_only_plain_files_of_moderate_size_are_read(tmp_path, place):
    assert read_source(place("a/convolution.py", "x = 1")).content == b"x = 1"
    for bad, message in [
        (tmp_path / "missing.py", "no file"),
        (place("a/essay.txt"), "it ends in .txt"),
        (tmp_path, "is a folder"),
    ]:
        with pytest.raises(BadSubmission, match=message):
            read_source(bad)
    huge = place("a/huge.py")
    os.truncate(huge, 21 * 1024**2)
    with pytest.raises(BadSubmission, match="larger than 20 MB"):
        read_source(huge)
