"""The law of conservation: every file that may be work is graded, replaced or left out, and why."""

from __future__ import annotations

from dataclasses import replace

from autograder.course.submissions.contents import LONGEST_INNER_LIST, LONGEST_LIST
from autograder.course.submissions.folders import Folder
from autograder.course.submissions.hand_in import children_of
from autograder.course.submissions.latest import is_untouched
from autograder.course.submissions.left_out import may_be_work
from autograder.course.submissions.note import INFO, LEFT_OUT, NO_WORK, REPLACED, Note, left_out
from autograder.course.submissions.zip_folders import opened
from autograder.course.submissions.zips import Unreadable

DEEPEST = 30


def unaccounted(download, graded, notes, root, apart=frozenset()):
    """Return notes that account for every file that may be work.

    Parameters
    ----------
    download : Folder
        Where to look.
    graded : set of path
        The files that are graded.
    notes : list of Note
        What is known of others. A note on a folder that was left out is about all that lies in it.
    root : path
        The folder from which paths begin.
    apart : set of path
        Folders and zips in it that are accounted for by themselves.

    Returns
    -------
    notes : list of Note
        Those that were given, and one for each file that is neither graded nor in any of them.
    """
    left = {each.path: each for each in notes if each.kind in (LEFT_OUT, REPLACED)}
    known = graded | {each.path for each in notes}
    more, about_work = [], set()
    no_work = {each.path for each in notes if each.kind == NO_WORK}
    for file in _files_in(download, known, apart):
        if no_work.intersection(file.path.parents):
            continue
        above = next((each for each in file.path.parents if each in left), None)
        if above:
            about_work.add(above)
            more.append(replace(left[above], path=file.path, is_work=True))
        else:
            is_work = not (file.can_be_graded and is_untouched(file))
            note = left_out(file.path, "it lies outside every student's folder", is_work)
            more.append(replace(note, root=root))
    told = [replace(each, is_work=False) if each.path in about_work else each for each in notes]
    return [*told, *more]


def without_helpers(notes, submissions):
    """Return notes in which the modules that a submission takes along are not work of their own."""
    beside = {each.path.parent for each in notes if each.is_work}
    taken = {}
    for each in submissions:
        if each.path.parent in beside or beside & set(each.path.parents):
            for name, _ in each.read().helpers:
                taken[each.path_of(name)] = f"it goes along with {each.path.name}"
    return [
        Note(each.path, taken[each.path], INFO, False, each.student, each.root)
        if each.path in taken
        else each
        for each in notes
    ]


def _files_in(folder, known, apart):
    """Yield the files below a folder that may be work, also those in zips, but for the known."""
    above = {path for each in apart for path in each.parents}
    left = [(child, 1) for child in children_of(folder)[0]]
    while left:
        child, depth = left.pop(0)
        is_folder = isinstance(child, Folder)
        if child.path in apart or (child.path in known and not is_folder):
            continue
        inner = child if is_folder else _opened(child, child.path in above)
        if inner:
            left += [(each, depth + 1) for each in children_of(inner)[0] if depth < DEEPEST]
        elif not is_folder and may_be_work(child):
            yield child


def _opened(file, is_of_class):
    """Return the folder that a zip is, or None for all that cannot be opened."""
    if not file.is_zip or file.problem:
        return None
    try:
        longest = LONGEST_LIST if is_of_class else LONGEST_INNER_LIST
        return opened(file.path, file.exercises, longest)
    except (MemoryError, Unreadable):
        return None
