"""Find out what lies in a folder or a zip: a download, several of them, or a class."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from autograder.course.submissions import (
    blackboard,
    brightspace,
    canvas,
    folder_per_student,
    github_classroom,
    gradescope,
    moodle,
    nbgrader,
    sakai,
)
from autograder.course.submissions.contents import LONGEST_INNER_LIST, LONGEST_LIST
from autograder.course.submissions.folder_parts import by_kind, rest_of
from autograder.course.submissions.folders import Folder
from autograder.course.submissions.looks import Look, holds_whom, look_at
from autograder.course.submissions.zip_folders import opened
from autograder.course.submissions.zips import Unreadable

# The layouts that have a mark of their own. If there is none, it is a folder for each student.
MARKED = (gradescope, canvas, moodle, sakai, brightspace, blackboard)
# The mark of these lies in what students can write, and counts if there is no other.
MARKED_WITHIN = (nbgrader, github_classroom)
# Downloads may lie in a folder in a folder.
DEEPEST = 4
MOST_DOWNLOADS = 20
STUDENTS, SECTIONS = "students", "sections"


class NotUnderstood(Exception):
    """A folder whose shape is not clear; the message shows what was seen."""


@dataclass(frozen=True)
class Download:
    """A folder or zip as it came from a system, or the folder of a class.

    Attributes
    ----------
    layout : module
        How it is read.
    place : Folder
        Where it is.
    """

    layout: ModuleType
    place: Folder


def downloads_in(path, exercises, folders_are=""):
    """Return a folder or a zip, and the downloads in it, sorted by name.

    Parameters
    ----------
    path : path
        A folder, or a zip of one; downloads may lie in folders or zips in it.
    exercises : KnownExercises
        Those that files in it may be of.
    folders_are : {"", "students", "sections"}
        What the folders in it are, if that cannot be seen.

    Raises
    ------
    Unreadable
        If it cannot be read.
    NotUnderstood
        If it has no shape that is known, or if two fit.
    """
    is_zip = path.is_file()
    root = opened(path, exercises, LONGEST_LIST) if is_zip else Folder(path, exercises)
    if folders_are == STUDENTS:
        return root, [Download(folder_per_student, root)]
    return root, _downloads(root, folders_are)


def _downloads(place, folders_are="", depth=0):
    layouts = _marks_of(place) or _marks_of_kinds(place)
    if len(layouts) == 1 and layouts[0] in MARKED:
        others = [each for each in MARKED if each not in (gradescope, layouts[0])]
        layouts += _marks_of(rest_of(place, layouts[0]), others)
    if len(layouts) > 1:
        titles = " and like ".join(each.TITLE.partition(";")[0] for each in layouts)
        raise NotUnderstood(f"{place.path} looks like {titles}. Take one of them out.")
    if layouts:
        return [Download(layouts[0], place)]
    children = place.children()
    # Of few zips each may be that of a class; among many they are students'.
    longest = LONGEST_LIST if len(children) <= MOST_DOWNLOADS else LONGEST_INNER_LIST
    looks = [look_at(each, longest, _holds_downloads) for each in children]
    looks = [each for each in looks if each.kind]
    marked, students, groups, loose = (
        [each for each in looks if each.kind == kind] for kind in Look.KINDS
    )
    if students:
        students += [each for each in marked if not _names_several(each.folder)]
        marked = [each for each in marked if each not in students]
    folders = [*marked, *students, *groups]
    if len(folders) == 1 and folders[0].is_a_class:
        marked, students, groups = folders, [], []
    if folders_are != SECTIONS and not students and _are_of_one(marked, children):
        why = "Folders that look like downloads name one person each, so they may be students."
        raise _unclear(place, looks, why)
    if depth < DEEPEST and ((marked and not students) or folders_are == SECTIONS):
        inner = [*marked, *groups, *students] if folders_are == SECTIONS else [*marked, *groups]
        inner.sort(key=lambda each: each.place.path.name)
        return [found for each in inner for found in _downloads(each.folder, depth=depth + 1)]
    if students or not groups:
        _require_a_class(place, looks, marked, students, groups, loose)
        return [Download(folder_per_student, place)]
    whom = STUDENTS if len(groups) == 1 else holds_whom(groups)
    if len(groups) == 1 or whom == SECTIONS:
        found = [_downloads(each.folder, depth=depth + 1) for each in groups]
        return [download for downloads in found for download in downloads]
    if whom == STUDENTS:
        return [Download(folder_per_student, place)]
    raise _unclear(place, looks, "The folders in it may be students, or sections or downloads.")


def _marks_of(place, *groups):
    """Return the layouts whose mark a folder has, of the first group of layouts with any."""
    for layouts in groups or (MARKED, MARKED_WITHIN):
        if found := [layout for layout in layouts if layout.recognise(place)]:
            return found
    return []


def _marks_of_kinds(place):
    """Return the marks of the files and of the folders in a folder, if both have one."""
    found = [_marks_of(each, MARKED) for each in by_kind(place)]
    return [mark for marks in found for mark in marks] if all(found) else []


def _holds_downloads(folder, depth=0):
    """Return whether a folder is a download that has a mark, or holds nothing else."""
    try:
        if _marks_of(folder):
            return True
        looks = [look_at(each) for each in folder.children()] if depth < DEEPEST else []
    except Unreadable:
        return False
    inner = [each.folder for each in looks if each.kind and each.folder]
    is_loose = any(each.kind == Look.LOOSE for each in looks)
    return not is_loose and bool(inner) and all(_holds_downloads(e, depth + 1) for e in inner)


def _names_several(folder):
    """Return whether a folder that looks like downloads names more than one person.

    A student's file may by chance be named like those of a system.
    """
    return len(_people_in(folder)) > 1


def _people_in(folder):
    """Return whom the downloads in a folder name."""
    found = _downloads(folder)
    return {each.identity for one in found for each in one.layout.hand_ins(one.place)[0]}


def _are_of_one(marked, children):
    """Return whether all that look like downloads name one person, and may be students' folders.

    That holds if some name the same person, or if a single one lies beside other folders.
    """
    found, places = set(), [each.place for each in marked]
    is_alone = not any(isinstance(each, Folder) and each not in places for each in children)
    if not marked or (len(marked) == 1 and is_alone):
        return False
    for each in marked:
        people = _people_in(each.folder)
        if len(people) > 1:
            return False
        found |= people
    return len(marked) == 1 or len(found) < len(marked)


def _require_a_class(place, looks, marked, students, groups, loose):
    """Raise NotUnderstood if what lies in a folder is not, for the most part, students'."""
    if not (students or marked or groups or loose):
        return
    if len(marked) >= len(students) and marked:
        raise _unclear(place, looks, "Some look like downloads of a system, some like students.")
    mixed = [each for each in students if each.is_a_class]
    if mixed and 2 * len(mixed) >= len(students) + len(groups):
        raise _unclear(place, looks, "Some folders hold both work and folders with work.")
    if len(groups) > len(students) and holds_whom(groups) != STUDENTS:
        raise _unclear(place, looks, "Some folders may be students, some sections.")
    if len(loose) > len(students) + len(groups) or (loose and len(students) == 1 and not groups):
        raise _unclear(place, looks, "Some files are in no student's folder.")


def _unclear(place, looks, what):
    """Return the exception that shows what was seen in a folder."""
    seen = "".join(f"\n  {each.told}" for each in looks[:8]) + ("\n  ..." if len(looks) > 8 else "")
    return NotUnderstood(
        f"It is not clear whose work lies in {place.path}. {what} It holds{seen}\n"
        "Name each download or section by itself (`autograder grade A B`), or say with "
        "--folders-are students (or sections) what the folders are."
    )
