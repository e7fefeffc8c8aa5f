"""What a folder or file in a folder of submissions looks like."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import ClassVar

from autograder.course.identities import Identity
from autograder.course.submissions.contents import LONGEST_INNER_LIST
from autograder.course.submissions.folders import File, Folder
from autograder.course.submissions.hand_in import HandIn, children_of
from autograder.course.submissions.latest import is_untouched
from autograder.course.submissions.zip_folders import opened
from autograder.course.submissions.zips import Unreadable

DEEPEST = 8
STUDENTS, SECTIONS = "students", "sections"


@dataclass(frozen=True)
class Look:
    """What a child of a folder looks like.

    Attributes
    ----------
    place : File or Folder
        The child.
    kind : str
        One of `KINDS`, or "" if nobody's work is in it.
    folder : Folder or None
        What is in it, even if it is a zip.
    groups : tuple of Folder or File
        The folders and zips in it that hold work.
    is_a_class : bool
        Whether it holds students, were it the only folder beside it.
    """

    MARKED: ClassVar = "a download"
    STUDENT: ClassVar = "a student"
    GROUP: ClassVar = "a group"
    LOOSE: ClassVar = "a file"
    KINDS: ClassVar = (MARKED, STUDENT, GROUP, LOOSE)

    place: File | Folder
    kind: str = ""
    folder: Folder | None = None
    groups: tuple = ()
    is_a_class: bool = False

    @property
    def told(self):
        """A line that shows it to people."""
        name = self.place.path.name
        if self.kind == self.LOOSE:
            return name
        if self.kind == self.MARKED:
            return f"{name}/ (a download)"
        inner = ", ".join(f"{each.path.name}/" for each in self.groups[:3])
        more = ", ..." if len(self.groups) > 3 else ""
        return f"{name}/ with {inner}{more}" if inner else f"{name}/ with work in it"


def look_at(child, longest_list=None, holds_downloads=lambda folder: False):
    """Return what a child of a folder looks like.

    Parameters
    ----------
    child : File or Folder
        It.
    longest_list : int, optional
        How many bytes the list of a zip may have; by default, as many as a student's.
    holds_downloads : callable
        Whether a folder has the mark of a system's download.
    """
    if isinstance(child, Folder):
        return _look_into(child, child, holds_downloads)
    if child.is_zip and not child.problem:
        try:
            inside = opened(child.path, child.exercises, longest_list or LONGEST_INNER_LIST)
        except (MemoryError, Unreadable):
            return Look(child, Look.STUDENT)
        return _look_into(child, inside, holds_downloads)
    is_loose = child.can_be_graded and not is_untouched(child)
    return Look(child, Look.LOOSE if is_loose else "")


def _look_into(child, folder, holds_downloads):
    if holds_downloads(folder):
        return Look(child, Look.MARKED, folder)
    inside = children_of(folder)[0]
    inside = _without_wrapper(inside, isinstance(child, File))
    folders = [each for each in inside if isinstance(each, Folder) and _holds_work(each)]
    files = [each for each in inside if isinstance(each, File)]
    work = [each for each in files if each.is_work]
    zips = [each for each in files if each.is_zip]
    written = [each for each in work if not is_untouched(each)] if folders else work
    owners = {each.exercises.owner_and_exercise(each.path.name)[0] for each in zips}
    are_students = len(owners) > 1 and not written
    groups = (*folders, *zips) if are_students else tuple(folders)
    is_a_class = len(groups) > max(1, len(work))
    if written or (zips and not are_students):
        return Look(child, Look.STUDENT, folder, groups, is_a_class)
    kind = Look.GROUP if groups else Look.STUDENT if work else ""
    return Look(child, kind, folder, groups, is_a_class)


def _without_wrapper(inside, is_zip):
    """Return what lies in an only folder, if that holds several more, and of a zip in any case.

    Most programs pack a folder into a zip, not what is in it.
    """
    if len(inside) != 1 or not isinstance(inside[0], Folder):
        return inside
    inner = _without_wrapper(children_of(inside[0])[0], is_zip=False)
    folders = [each for each in inner if isinstance(each, Folder) and _holds_work(each)]
    return inner if is_zip or len(folders) > 1 else inside


def _holds_work(folder, depth=0):
    """Return whether there is a notebook, a script or a zip somewhere in a folder."""
    inside = children_of(folder)[0] if depth < DEEPEST else []
    if any(isinstance(each, File) and (each.is_work or each.is_zip) for each in inside):
        return True
    return any(isinstance(each, Folder) and _holds_work(each, depth + 1) for each in inside)


def holds_whom(looks):
    """Return whether groups are students with folders of their own, or sections of students.

    A student has one of each exercise, and so has a person in all sections together. The names of
    exercises tell what is left.

    Parameters
    ----------
    looks : list of Look
        Two or more groups.

    Returns
    -------
    whom : {"students", "sections", ""}
        "" if both fit, or neither.
    """
    if _are_wrapped(looks):
        return ""
    held = {look: {g.path.name: _exercises_in(g) for g in look.groups} for look in looks}
    several = [look for look in looks if _has_one_twice(held[look].values())]
    people = defaultdict(Counter)
    for inner in held.values():
        for name, exercises in inner.items():
            people[name].update(exercises)
    shared = [look for look in looks if any(_is_shared(people[name]) for name in held[look])]
    are_sections, are_students = (2 * len(each) >= len(looks) for each in (several, shared))
    if are_students and several:
        return ""
    if are_sections != are_students:
        return SECTIONS if are_sections else STUDENTS
    exercise_of = looks[0].place.exercises.exercise_of
    inner_tell = all(exercise_of(name) for inner in held.values() for name in inner)
    outer_tell = all(exercise_of(look.place.path.name) for look in looks)
    if inner_tell != outer_tell:
        return STUDENTS if inner_tell else SECTIONS
    return ""


def _are_wrapped(looks):
    """Return whether each holds one folder with folders that have names of their own.

    These may be students in a folder that a program put around them, or one student's folders.
    """
    if any(len(look.groups) != 1 for look in looks):
        return False
    inside = [look_at(look.groups[0]) for look in looks]
    names = [group.path.name for each in inside for group in each.groups]
    return all(each.kind == Look.GROUP for each in inside) and len(set(names)) == len(names)


def _exercises_in(place):
    """Return the exercises of which there are files in a folder or a zip."""
    found = HandIn.of(Identity(""), place).files
    return {file.exercise for file in found if file.can_be_graded}


def _has_one_twice(sets):
    counts = Counter(exercise for each in sets for exercise in each)
    return any(number > 1 for number in counts.values())


def _is_shared(exercises):
    return any(number > 1 for number in exercises.values())
