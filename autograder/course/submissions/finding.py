"""Find the submissions in a folder of any layout, or in a zip of one, and read them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.identities import Identity
from autograder.course.submissions.contents import contents
from autograder.course.submissions.folders import SUFFIXES
from autograder.course.submissions.student_keys import unique_keys
from autograder.course.submissions.zips import Missing, Unreadable
from autograder.exercises import exercise_names

LARGEST = 20 * 1024**2
# So many notes are told where nothing was found at all.
MOST_NOTES = 10


class BadSubmission(Exception):
    """A file or folder that cannot be graded; the message says why."""


@dataclass(frozen=True)
class Submission:
    """One file that a student handed in.

    Attributes
    ----------
    student : str
        The student's key; no two students have the same.
    exercise : str
        The exercise.
    path : path
        Where it is; it may lead into a zip, so that only `read` can read it.
    identity : Identity or None
        Who the student is.
    """

    student: str
    exercise: str
    path: Path
    identity: Identity | None = None

    @classmethod
    def of(cls, student, exercise_name, file, identity):
        """Return a file as a submission, with who handed it in if more than the key is known."""
        known = replace(identity, student=student) if identity.tells_more else None
        return cls(student, exercise_name, file.path, known)


def find(folder):
    """Return the submissions in a folder, and what was not understood.

    Parameters
    ----------
    folder : path
        A folder of a layout that `autograder.course.submissions` knows, or a zip of one.

    Returns
    -------
    submissions : list of Submission
        Sorted by student and exercise, one each: the latest where there are several.
    notes : list of str
        A sentence for each file that was left out, and for what was taken for granted.

    Raises
    ------
    BadSubmission
        If the folder cannot be read, or there is nothing in it to grade.
    """
    # Only a whole class needs them.
    from autograder.course.submissions.latest import latest
    from autograder.course.submissions.recognise import recognised

    root = Path(folder)
    try:
        layout, place = recognised(root)
        hand_ins, notes = layout.hand_ins(place)
    except Unreadable as error:
        raise BadSubmission(f"{root} cannot be graded: {error}.") from error
    files, more = latest(hand_ins, layout.TIMES_TELL)
    students, renamed = unique_keys(each.identity for each in hand_ins)
    title = [f"{place.path.name} is {layout.TITLE}."] if layout.TITLE else []
    notes = [*title, *renamed, *(note.said_from(place.path) for note in (*notes, *more))]
    notes = list(dict.fromkeys(notes))  # a group shares its folder's notes
    if not files:
        raise BadSubmission(nothing_in(root, notes))
    found = [
        Submission.of(students[each], name, file, each) for (each, name), file in files.items()
    ]
    return sorted(found, key=lambda each: (each.student, each.exercise)), notes


def nothing_in(root, notes):
    """Return the sentence for a folder in which there is nothing to grade, and the first notes."""
    told = "".join(f"\n{note}" for note in notes[:MOST_NOTES])
    return (
        f"There are no submissions in {root}: expected <student>/<exercise>.ipynb or .py, or what "
        f"a system for courses exports, with an exercise of {', '.join(exercise_names())}.{told}"
    )


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
        return contents(path, LARGEST)
    except Missing as error:
        raise BadSubmission(f"There is no file {path}.") from error
    except Unreadable as error:
        raise BadSubmission(f"{path} cannot be graded: {error}.") from error
