"""Say what was not understood among the files that a student handed in, and why."""

from __future__ import annotations

from autograder.course.submissions.folders import SUFFIXES
from autograder.course.submissions.hand_in import Note

MOST_NOTES = 3


def notes_on_unknown(handed_in):
    """Return a note for each notebook, script or zip that cannot be graded; a few at the most.

    What counts as another exercise than its name says gets a note, too.
    """
    left_out = [file for file in handed_in.files if _is_asked_for(file) and not file.can_be_graded]
    notes = [Note(file.path, f"left out, {_reason(file)}") for file in left_out[:MOST_NOTES]]
    notes += [Note(each.path, each.doubt) for each in handed_in.files if _is_renamed(each)]
    if len(left_out) > MOST_NOTES:
        clause = f"left out {len(left_out) - MOST_NOTES} more files that are no exercise"
        notes.append(Note(handed_in.path, clause))
    return notes


def _is_renamed(file):
    return file.can_be_graded and bool(file.doubt)


def _is_asked_for(file):
    """Return whether somebody would want to know what became of a file."""
    return file.is_work or file.is_nearly_work or file.is_zip or bool(file.problem)


def _reason(file):
    """Return why a file cannot be graded, as a clause."""
    if file.problem:
        return file.problem
    if file.is_nearly_work:
        return f"its name ends in {file.path.suffix or 'nothing'}, not in {' or '.join(SUFFIXES)}"
    return file.doubt
