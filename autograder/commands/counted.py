"""The course file in the commands that meet a class: which one it is, and what counts by it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from autograder.commands.console import Fault
from autograder.course.policy.counting import Counting
from autograder.course.policy.course_file import NAME, course_beside, read_course
from autograder.course.policy.course_rules import Course
from autograder.course.policy.sections import BadCourse
from autograder.exercises import declarations_with, load_exercise
from autograder.files import replace
from autograder.reports.terminal import harmless

# Beside the grades, it says by which course file they are.
NOTE = "course.json"

course_option = click.option(
    "--course",
    "course_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=f"The course file; by default {NAME} beside the submissions, if there is one.",
)


def course_here(folder):
    """Return the `Course` in a folder, whose folders bring exercises; an empty one without it."""
    path = Path(folder) / NAME
    return course_at(path) if path.is_file() else Course()


def course_at(path):
    """Return the `Course` in a file; with exit status 2 and its mistakes if it has any."""
    try:
        return read_course(path, declarations_with, checks_of)
    except BadCourse as error:
        text = f"{error}\nNothing was done. Mend the file first."
        raise Fault(harmless(text)) from error


def course_for(out, given, folders):
    """Return the `Course` for the grades in a folder, and the path of its file.

    Parameters
    ----------
    out : Path
        The folder of the grades.
    given : Path or None
        The file that was named. Without, it is the one beside the submissions; else the one of the
        last time.
    folders : iterable of path
        The submissions.

    Returns
    -------
    course : Course
        One that says nothing, if there is no file.
    path : Path or None
        Where the file is.
    """
    try:
        path = given or course_beside(folders) or _path_of_last_time(out)
    except BadCourse as error:
        raise Fault(str(error)) from error
    return (Course(), None) if path is None else (course_at(path), Path(path).absolute())


def _path_of_last_time(out):
    """Return the path of the course file of the last time, None if there was none."""
    note = Path(out) / NOTE
    if not note.exists():
        return None
    try:
        path = Path(json.loads(note.read_text(encoding="utf-8"))["file"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Fault(f"{note} cannot be read; name the course file with --course.") from error
    if not path.is_file():
        raise Fault(
            f"The grades in {out} were made with {path}, which is not there. Name it with "
            f"--course, or remove {note} to grade without a course file."
        )
    return path


def write_course_note(out, course, path):
    """Write beside the grades by which course file they are; nothing without one."""
    if path is not None:
        note = {"file": str(path), "title": course.title, "digest": course.digest}
        replace(Path(out) / NOTE, json.dumps(note, indent=1, ensure_ascii=False) + "\n")


def counting_of(course, class_list):
    """Return the `Counting` of a class by a course file."""
    arrivals = class_list.arrivals
    return Counting(course, class_list.students, class_list.people, arrivals)


def checks_of(name):
    """Return the names of the checks of an exercise."""
    return [check.name for check in load_exercise(name).checks]
