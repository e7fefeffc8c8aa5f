"""Say what was not understood among the files that a student handed in, and why."""

from __future__ import annotations

from autograder.course.submissions.contents import contents
from autograder.course.submissions.folders import SUFFIXES
from autograder.course.submissions.hand_in import Note
from autograder.course.submissions.zips import Unreadable

MOST_NOTES = 3
# Beyond that a file is not searched for the functions of an exercise.
LARGEST_SEARCHED = 5 * 1024**2


def notes_on_unknown(handed_in):
    """Return a note for each notebook, script or zip that cannot be graded; a few at the most."""
    left_out = [file for file in handed_in.files if _is_asked_for(file) and not file.can_be_graded]
    notes = [Note(file.path, f"left out, {_reason(file)}") for file in left_out[:MOST_NOTES]]
    if len(left_out) > MOST_NOTES:
        clause = f"left out {len(left_out) - MOST_NOTES} more files that are no exercise"
        notes.append(Note(handed_in.path, clause))
    return notes


def _is_asked_for(file):
    """Return whether somebody would want to know what became of a file."""
    return file.is_work or file.is_nearly_work or file.is_zip or bool(file.problem)


def _reason(file):
    """Return why a file cannot be graded, as a clause."""
    if file.problem:
        return file.problem
    if file.is_nearly_work:
        return f"its name ends in {file.path.suffix}, not in {' or '.join(SUFFIXES)}"
    clause = f"there is no exercise named {file.path.stem!r}"
    held = _exercise_held(file)
    if not held:
        return clause
    return f"{clause}, but it holds the functions of {held}: name it {held}{file.path.suffix}"


def _exercise_held(file):
    """Return the exercise whose functions a file defines, judged by its text, or None."""
    try:
        text = contents(file.path, LARGEST_SEARCHED)
    except Unreadable:
        return None
    for each in file.exercises.names:
        functions = file.exercises.functions_of(each)
        if all(f"def {function}(".encode() in text for function in functions):
            return each
    return None
