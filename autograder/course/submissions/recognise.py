"""Find out which layout a folder of submissions has."""

from __future__ import annotations

from autograder.course.submissions import (
    canvas,
    folder_per_student,
    github_classroom,
    gradescope,
    moodle,
    nbgrader,
)
from autograder.course.submissions.contents import LONGEST_LIST
from autograder.course.submissions.folders import Folder, opened
from autograder.course.submissions.zips import Unreadable

# All layouts. The last has no mark of its own: a folder has it if it has no other.
LAYOUTS = (gradescope, canvas, moodle, nbgrader, github_classroom, folder_per_student)
# What was unpacked may lie in a folder in a folder.
DEEPEST_WRAPPER = 3


def recognised(path, exercises):
    """Return the layout of a folder or zip, and the folder that has it.

    Parameters
    ----------
    path : path
        A folder, or a zip of one; what has the layout may lie in an only folder in it.
    exercises : KnownExercises
        Those that files in it may be of.

    Returns
    -------
    layout : module
        `folder_per_student` where no other is recognised.
    folder : Folder
        What to call the layout with.

    Raises
    ------
    Unreadable
        Where it cannot be read.
    """
    is_zip = path.is_file()
    place = opened(path, exercises, LONGEST_LIST) if is_zip else Folder(path, exercises)
    places = _wrapped(place)
    for layouts in (LAYOUTS[:-1], LAYOUTS[-1:]):
        for place in places:
            for layout in layouts:
                if layout.recognise(place):
                    return layout, place
    return folder_per_student, places[0]


def _wrapped(folder):
    """Return a folder, the only folder or zip in it, the only one in that, and so on."""
    places = [folder]
    while len(places) <= DEEPEST_WRAPPER:
        children = places[-1].children()
        if len(children) != 1:
            break
        try:
            places.append(_inside(children[0]))
        except Unreadable:
            break
    return places


def _inside(only):
    """Return an only child as a folder; Unreadable where it is none."""
    if isinstance(only, Folder):
        return only
    if only.is_zip and not only.problem:
        return opened(only.path, only.exercises, LONGEST_LIST)
    raise Unreadable("it is no folder")
