"""A student's own file, or the zip of it that is handed in, as `check` takes it."""

from __future__ import annotations

from pathlib import Path

from autograder.course.identities import Identity
from autograder.course.submissions.file_names import exported_at
from autograder.course.submissions.folders import File
from autograder.course.submissions.hand_in import HandIn
from autograder.course.submissions.known_exercises import KnownExercises
from autograder.course.submissions.latest import latest
from autograder.course.submissions.note import sentences
from autograder.course.submissions.submission import BadSubmission, read_source


def own_file(path, declarations, chosen=None):
    """Return a student's file, and which exercise it is of, as for the grade.

    Parameters
    ----------
    path : path
        A notebook, a script, or a zip with one of an exercise in it.
    declarations : dict of str to Declaration
        The exercises that it may be of, by name.
    chosen : str, optional
        The exercise.

    Returns
    -------
    source : Source
        The file.
    exercise : str
        `chosen`, if that is given.

    Raises
    ------
    BadSubmission
        If it cannot be read, or it is not clear which exercise it is of.
    """
    path = Path(path)
    known = KnownExercises(declarations, chosen)
    file = File(path, known, stamp=exported_at(path.name), names=(path.name,))
    if file.is_zip and path.is_file():
        return _out_of_zip(file, chosen)
    source = read_source(path)
    if exercise := chosen or file.exercise or known.by_optional(source.content):
        return source, exercise
    if not source.content.strip():
        raise BadSubmission(f"{path} is empty. Save your work into it, and check again.")
    raise BadSubmission(
        f"{path}: {file.doubt}. The exercises are {', '.join(known.names)}. "
        "Name one with --exercise."
    )


def _out_of_zip(zipped, chosen):
    """Return the `Source` that counts in a zip, and its exercise."""
    found, notes = latest([HandIn.of(Identity("you"), zipped)])
    files = {exercise: file for (_, exercise), (_, file) in found.items()}
    if chosen:
        files = {exercise: file for exercise, file in files.items() if exercise == chosen}
    if len(files) == 1:
        ((exercise, file),) = files.items()
        return read_source(file.path), exercise
    said = "".join(f"\n{each}" for each in sentences(notes)[:10])
    if files:
        several = " and ".join(files)
        raise BadSubmission(f"{zipped.path} holds {several}. Name one with --exercise.")
    of = f" of {chosen}" if chosen else ""
    raise BadSubmission(f"{zipped.path} holds no notebook and no script{of}.{said}")
