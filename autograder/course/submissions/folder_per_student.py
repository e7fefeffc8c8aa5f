"""A folder for each student, or a zip such as Otter exports in its place.

::

    ada/convolution.ipynb
    ben/convolution_2026_01_31T12_00_00_000000.zip
    cleo_convolution_2026_01_31T12_00_00_000000.zip
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from autograder.course.identities import Identity
from autograder.course.submissions.folders import Folder
from autograder.course.submissions.hand_in import HandIn
from autograder.course.submissions.latest import is_untouched
from autograder.course.submissions.left_out import may_be_work
from autograder.course.submissions.note import REPLACED, Note, left_out
from autograder.course.submissions.student_keys import as_name

TITLE = ""
TIMES_TELL = True


def hand_ins(folder):
    """Return what was handed in, and notes."""
    found, notes = [], []
    for each in folder.children():
        if isinstance(each, Folder):
            identity = Identity(each.name, account=_as_told(each.path.name))
            found.append(_nearest(HandIn.of(identity, each)))
        elif each.is_zip and not each.problem:
            owner = folder.exercises.owner_and_exercise(each.path.name)[0] or each.path.stem
            found.append(HandIn.of(Identity(as_name(owner), account=_as_told(owner)), each))
        else:
            is_work = may_be_work(each) and not (each.can_be_graded and is_untouched(each))
            why = each.problem or "it is not a student's folder"
            notes.append(left_out(each.path, why, is_work))
    return found, notes


def _nearest(handed_in):
    """Return what was handed in; of an exercise in several folders only what lies nearest."""
    depths = {}
    for file in handed_in.files:
        if file.can_be_graded:
            depths.setdefault(file.exercise, set()).add(_depth(file, handed_in))
    far = [
        file
        for file in handed_in.files
        if file.can_be_graded and _depth(file, handed_in) > min(depths[file.exercise])
    ]
    notes = [Note(each.path, _nearer(each), REPLACED) for each in far]
    kept = tuple(file for file in handed_in.files if file not in far)
    return replace(handed_in, files=kept, notes=(*handed_in.notes, *notes))


def _nearer(file):
    return f"replaced, another {file.exercise} lies nearer"


def _as_told(name):
    """Return a name such that a folder and a zip of it have the same, on every machine."""
    return unicodedata.normalize("NFC", name)


def _depth(file, handed_in):
    """Return in how many folders of a student a file lies, not counting those in a zip."""
    folders = file.path.relative_to(handed_in.path).parts[:-1]
    zips = (n for n, name in enumerate(folders) if name.lower().endswith(".zip"))
    return next(zips, len(folders))
