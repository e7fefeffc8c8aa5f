"""Say what was not understood among the files that a student handed in, and why."""

from __future__ import annotations

from autograder.course.submissions.folders import SUFFIXES
from autograder.course.submissions.note import Note, left_out


def notes_on_unknown(handed_in):
    """Return a note for each file of a student's that may be work and cannot be graded.

    What counts as another exercise than its name says gets a note, too.
    """
    unknown = [each for each in handed_in.files if may_be_work(each) and not each.can_be_graded]
    renamed = [each for each in handed_in.files if each.can_be_graded and each.doubt]
    notes = [left_out(each.path, why_not(each), is_work=True) for each in unknown]
    return notes + [Note(each.path, each.doubt) for each in renamed]


def may_be_work(file):
    """Return whether somebody would want to know what became of a file."""
    return file.is_work or file.is_nearly_work or file.is_zip or bool(file.problem)


def why_not(file):
    """Return why a file cannot be graded, as a clause."""
    if file.problem:
        return file.problem
    if file.is_nearly_work:
        end = f"ends in {ending}," if (ending := file.path.suffix) else "has no ending,"
        return f"its name {end} and should end in {' or '.join(SUFFIXES)}"
    return file.doubt
