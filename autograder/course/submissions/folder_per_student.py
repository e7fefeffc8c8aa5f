"""A folder for each student, or a zip such as Otter exports in its place.

::

    ada/convolution.ipynb
    ben/convolution_2026_01_31T12_00_00_000000.zip
    cleo_convolution_2026_01_31T12_00_00_000000.zip
"""

from __future__ import annotations

from dataclasses import replace

from autograder.course.identities import Identity
from autograder.course.submissions.folders import File, Folder
from autograder.course.submissions.hand_in import HandIn, Note, children_of
from autograder.course.submissions.student_keys import as_name

TITLE = ""
TIMES_TELL = True


def recognise(folder):
    """Return whether a folder holds zips, or folders with something to grade."""
    children = folder.children()
    if len(children) == 1 and _holds_students(children[0]):
        return False
    return bool(_zip_owners(children)) or any(map(_has_work, children))


def _holds_students(place):
    """Return whether an only folder looks like that of a class, not like that of one student.

    A student's has work directly in it. Where a class has some there, too, such as the handout,
    it is told by having more than one folder with work beside that.
    """
    children = _inside(place)
    is_loose = any(isinstance(each, File) and each.is_work for each in children)
    folders = sum(map(_has_work, children))
    return len(_zip_owners(children)) > 1 or folders > is_loose


def _has_work(place):
    """Return whether something to grade lies directly in a folder."""
    children = _inside(place)
    return any(each.is_work or each.is_zip for each in children if isinstance(each, File))


def _inside(place):
    return children_of(place)[0] if isinstance(place, Folder) else []


def _zip_owners(children):
    """Return whose the zips among files and folders are, by their names."""
    zips = [each for each in children if isinstance(each, File) and each.is_zip]
    return {each.exercises.owner_and_exercise(each.path.name)[0] for each in zips}


def hand_ins(folder):
    """Return what was handed in, and notes."""
    found, notes = [], []
    for each in folder.children():
        if isinstance(each, Folder):
            identity = Identity(each.name, source=each.path.name)
            found.append(_nearest(HandIn.of(identity, each)))
        elif each.is_zip and not each.problem:
            owner = folder.exercises.owner_and_exercise(each.path.name)[0] or each.path.stem
            found.append(HandIn.of(Identity(as_name(owner), source=owner), each))
        else:
            why = each.problem or "it is not a student's folder"
            notes.append(Note(each.path, f"left out, {why}"))
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
    notes = [Note(each.path, f"left out, another {each.exercise} lies nearer") for each in far]
    kept = tuple(file for file in handed_in.files if file not in far)
    return replace(handed_in, files=kept, notes=(*handed_in.notes, *notes))


def _depth(file, handed_in):
    """Return in how many folders of a student a file lies, not counting those in a zip."""
    folders = file.path.relative_to(handed_in.path).parts[:-1]
    zips = (n for n, name in enumerate(folders) if name.lower().endswith(".zip"))
    return next(zips, len(folders))
