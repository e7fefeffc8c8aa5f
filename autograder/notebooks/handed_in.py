"""What was handed in under Otter: out of Otter's sight, and read as `grade` reads it.

Otter refuses two notebooks, follows links, and fails on notebooks whose metadata it does not know.
So it sees an empty file instead.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from autograder.authoring.source import Source
from autograder.course.identities import Identity
from autograder.course.submissions.folders import Folder
from autograder.course.submissions.hand_in import HandIn
from autograder.course.submissions.known_exercises import KnownExercises
from autograder.course.submissions.latest import latest
from autograder.course.submissions.note import sentences
from autograder.course.submissions.submission import BadSubmission, read_source
from autograder.exercises import declarations

TESTS = "tests"
SEEN_BY_OTTER = "seen_by_otter.py"
PREFIX = "handed_in_"
MOST_NOTES = 10


def set_aside(folder, seen=SEEN_BY_OTTER):
    """Put all that was handed in into a folder of its own, and an empty file in its place.

    Otter would unpickle a log that lies beside a submission, and its kernel would import modules
    from there.

    Parameters
    ----------
    folder : path
        Where Otter has it; Otter's tests stay there.
    seen : str
        The name of the empty file.

    Returns
    -------
    aside : Path
        The new folder, in the same one, so that nothing has to be copied.
    """
    folder = Path(folder)
    aside = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    for path in list(folder.iterdir()):
        if _is_otters(path):
            path.unlink()
        elif path.name != TESTS and path != aside:
            os.rename(path, aside / path.name)
    (folder / seen).touch()
    return aside


def _is_otters(path):
    """Return whether Otter has put a file there, or we have."""
    is_empty = path.is_file() and not path.is_symlink() and path.stat().st_size == 0
    is_kit = path.suffix == ".whl" and not path.is_dir()
    return is_kit or (is_empty and path.name in ("__init__.py", SEEN_BY_OTTER))


def chosen(aside, exercise_name):
    """Return the file that counts of all that was handed in, and what to say of the rest.

    Parameters
    ----------
    aside : path
        What `set_aside` returned.
    exercise_name : str
        The exercise that it is for.

    Returns
    -------
    source : Source
        An empty script if there is nothing to grade, or it cannot be read.
    notes : list of str
        Sentences.
    """
    folder = Folder(_innermost(Path(aside)), KnownExercises(declarations()))
    hand_in = replace(HandIn.of(Identity("you"), folder), times_tell=False)
    found, notes = latest([hand_in])
    told = [replace(each, root=folder.path) for each in notes if each.path != folder.path]
    told = sentences(told)[:MOST_NOTES]
    for (_, exercise), (_, file) in found.items():
        if exercise == exercise_name:
            try:
                return read_source(file.path), told
            except BadSubmission as error:
                return Source(b"", ".py"), [*told, str(error).replace(f"{folder.path}/", "")]
    return Source(b"", ".py"), [*told, f"There is nothing to grade for {exercise_name}."]


def _innermost(aside):
    """Return the folder in which it lies, even if it was set aside twice."""
    inside = list(aside.iterdir())
    is_aside = len(inside) == 1 and inside[0].name.startswith(PREFIX) and not inside[0].is_symlink()
    return inside[0] if is_aside and inside[0].is_dir() else aside
