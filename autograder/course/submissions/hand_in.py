"""What one student handed in: all files in a folder, in the folders in it, and in its zips."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course.identities import Identity
from autograder.course.submissions.contents import LONGEST_INNER_LIST
from autograder.course.submissions.file_names import kind_of
from autograder.course.submissions.folders import File, Folder
from autograder.course.submissions.note import LEFT_OUT, Note, left_out
from autograder.course.submissions.zip_folders import opened
from autograder.course.submissions.zips import Unreadable

# What one student can make the grader look at.
MOST_FILES, DEEPEST = 2000, 8


@dataclass(frozen=True)
class HandIn:
    """What a student handed in at one time.

    Attributes
    ----------
    identity : Identity
        Who.
    path : path
        Where it lies.
    files : tuple of File
        What, the nearest first.
    time : float
        When, in seconds since 1970, as far as the system says that; else 0.
    late : str
        What the system says of its being late, or "".
    notes : tuple of Note
        What in it was not looked at.
    times_tell : bool
        Whether the time of a file says when it was handed in. It does not if a system wrote all
        files when they were downloaded.
    download : int
        The number of the download that it is from.
    """

    identity: Identity
    path: Path
    files: tuple[File, ...]
    time: float = 0.0
    late: str = ""
    notes: tuple[Note, ...] = ()
    times_tell: bool = True
    download: int = 0

    @classmethod
    def of(cls, identity, place, time=0.0, late=""):
        """Return what lies in a student's folder, or in the zip or other file in its place."""
        try:
            files, notes = _below(place) if isinstance(place, Folder) else _unzipped(place)
        except MemoryError:
            files, notes = [], [left_out(place.path, "reading it takes too much memory", True)]
        return cls(identity, place.path, tuple(files), time, late, tuple(notes))


def _below(folder, open_zips=True):
    """Return the files in a folder, in all folders in it, and in zips.

    Parameters
    ----------
    folder : Folder
        What one student handed in.
    open_zips : bool
        Whether a zip stands for the files in it; a zip in a zip is never opened.

    Returns
    -------
    files : list of File
        The nearest first, then by name.
    notes : list of Note
        One for each part that was not looked at.
    """
    files, notes, level = [], [], [folder]
    for _ in range(DEEPEST):
        children, more = _children_of_all(level)
        notes += more
        level = [child for child in children if isinstance(child, Folder)]
        for child in children:
            if isinstance(child, File):
                found, more = _unzipped(child) if open_zips else ([_refused_if_zip(child)], [])
                files += found
                notes += more
        if len(files) + len(level) > MOST_FILES:
            clause = f"only {MOST_FILES} of its files were looked at"
            notes.append(Note(folder.path, clause, LEFT_OUT, True))
            return files[:MOST_FILES], notes
    return files, notes + [left_out(each.path, "it lies too deep", True) for each in level]


def _children_of_all(folders):
    """Return what is in some folders, as far as that is not too much, and notes."""
    found, notes = [], []
    for each in folders:
        children, more = children_of(each)
        found += children
        notes += more
        if len(found) > MOST_FILES:
            break
    return found, notes


def children_of(folder):
    """Return the files and folders in a folder, and notes; if it cannot be read, only a note."""
    try:
        children = folder.children()
    except Unreadable as error:
        return [], [left_out(folder.path, str(error), True)]
    return children, [
        Note(each.path, "it is a folder, not a plain file")
        for each in children
        if isinstance(each, Folder) and kind_of(each.path.name)
    ]


def _unzipped(file):
    """Return the files in a zip, and notes; any other file is returned alone.

    They take the zip's time, if its name tells one; an only notebook of no telling name takes also
    its name.
    """
    if not file.is_zip or file.problem:
        return [file], []
    try:
        folder = opened(file.path, file.exercises, LONGEST_INNER_LIST)
        files, notes = _below(folder, open_zips=False)
    except Unreadable as error:
        return [replace(file, problem=str(error))], []
    if file.stamp is not None:
        files = [replace(each, stamp=file.stamp) for each in files]
    work = [each for each in files if each.is_work]
    _, exercise = file.exercises.owner_and_exercise(file.names[0])
    if len(work) == 1 and exercise:
        files[files.index(work[0])] = replace(work[0], names=(*work[0].names, exercise))
    return files, notes


def _refused_if_zip(file):
    """Return a file in a zip; one that is a zip itself has a problem."""
    return replace(file, problem="it is a zip in a zip") if file.is_zip else file
