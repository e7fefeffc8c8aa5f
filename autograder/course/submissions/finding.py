"""Find the submissions in a folder of any layout, or in a zip of one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from autograder.course.submissions.known_exercises import KnownExercises
from autograder.course.submissions.latest import latest
from autograder.course.submissions.recognise import recognised
from autograder.course.submissions.student_keys import unique_keys
from autograder.course.submissions.submission import BadSubmission, Submission
from autograder.course.submissions.zips import Unreadable

# So many notes are shown if nothing was found at all.
MOST_NOTES = 10


def find(folder, declarations):
    """Return the submissions in a folder, and what was not understood.

    Parameters
    ----------
    folder : path
        A folder of a layout that `autograder.course.submissions` knows, or a zip of one.
    declarations : dict of str to Declaration
        The exercises that are looked for, by name.

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
    root = Path(folder)
    exercises = KnownExercises(declarations)
    try:
        layout, place = recognised(root, exercises)
        hand_ins, notes = layout.hand_ins(place)
    except Unreadable as error:
        raise BadSubmission(f"{root} cannot be graded: {error}.") from error
    files, more = latest(hand_ins, layout.TIMES_TELL)
    students, renamed = unique_keys(each.identity for each in hand_ins)
    title = [f"{place.path.name} is {layout.TITLE}."] if layout.TITLE else []
    notes = [*title, *renamed, *(note.said_from(place.path) for note in (*notes, *more))]
    notes = list(dict.fromkeys(notes))  # a group shares its folder's notes
    if not files:
        raise BadSubmission(_nothing_in(root, exercises.names, notes))
    found = [
        Submission(students[each], name, file.path, _known(each, students[each]))
        for (each, name), file in files.items()
    ]
    return sorted(found, key=lambda each: (each.student, each.exercise)), notes


def _known(identity, student):
    return replace(identity, student=student) if identity.tells_more else None


def _nothing_in(root, names, notes):
    """Return the sentence for a folder in which there is nothing to grade, and the first notes."""
    told = "".join(f"\n{note}" for note in notes[:MOST_NOTES])
    return (
        f"There are no submissions in {root}: expected <student>/<exercise>.ipynb or .py, or what "
        f"a system for courses exports, with an exercise of {', '.join(names)}.{told}"
    )
