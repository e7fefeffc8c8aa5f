"""Find the submissions in a folder, ``<student>/<exercise>.ipynb`` or ``.py``, and read them."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from autograder import exercise

SUFFIXES = (".ipynb", ".py")
LARGEST = 20 * 1024**2


class BadSubmission(Exception):
    """A file or folder that cannot be graded; the message says why."""


@dataclass(frozen=True)
class Submission:
    """One file that a student handed in."""

    student: str
    exercise: str
    path: Path


def find(folder):
    """Return the submissions below a folder, and what was not understood.

    Parameters
    ----------
    folder : path
        With one folder a student.

    Returns
    -------
    submissions : list of Submission
        Sorted by student and exercise, one each: the newest where there are two.
    notes : list of str
        A sentence for each file that was left out.

    Raises
    ------
    BadSubmission
        If the folder cannot be read, or there is nothing in it to grade.
    """
    root = Path(folder)
    try:
        students = sorted(path for path in root.iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise BadSubmission(f"The folder {root} cannot be read: {error.strerror}.") from error
    found, notes = {}, []
    for student in students:
        if student.is_symlink() or not student.is_dir():
            notes.append(f"{student.name}: left out, it is not a student's folder.")
            continue
        try:
            for path in sorted(student.iterdir()):
                take(path, found, notes)
        except OSError as error:
            notes.append(f"{student.name}: left out, it cannot be read: {error.strerror}.")
    if not found:
        raise BadSubmission(
            f"There are no submissions in {root}: expected <student>/<exercise>.ipynb or .py, with "
            f"an exercise of {', '.join(exercise.names())}."
        )
    return [found[key] for key in sorted(found)], notes


def take(path, found, notes):
    """Add one file to the submissions found so far, or a note that says why not."""
    name = f"{path.parent.name}/{path.name}"
    if path.suffix not in SUFFIXES or path.name.startswith("."):
        return
    if path.stem not in exercise.names():
        notes.append(f"{name}: left out, there is no exercise named {path.stem!r}.")
        return
    if not stat.S_ISREG(os.lstat(path).st_mode):
        notes.append(f"{name}: left out, it is not a plain file.")
        return
    key = (path.parent.name, path.stem)
    submission = Submission(*key, path)
    if key in found:
        submission = max(found[key], submission, key=lambda each: each.path.stat().st_mtime)
        notes.append(f"{name}: of two files {submission.path.name} is newer and counts.")
    found[key] = submission


def read(path):
    """Return the bytes of a submission.

    Raises
    ------
    BadSubmission
        If it is no plain file, is too large, or cannot be read.
    """
    path = Path(path)
    if path.suffix not in SUFFIXES:
        raise BadSubmission(f"{path} is not a notebook (.ipynb) or a script (.py).")
    try:
        if not path.is_file():
            raise BadSubmission(f"There is no file {path}.")
        if path.stat().st_size > LARGEST:
            raise BadSubmission(f"{path} is larger than {LARGEST // 1024**2} MB.")
        return path.read_bytes()
    except OSError as error:
        raise BadSubmission(f"{path} cannot be read: {error.strerror}.") from error
