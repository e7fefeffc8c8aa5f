"""``autograder course``: the file that says when work is due, and what it is worth."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from autograder.commands.console import Fault, console
from autograder.course.policy.course_file import NAME, course_beside, read_course
from autograder.course.policy.course_rules import Course
from autograder.course.policy.sections import BadCourse
from autograder.exercises import declarations, load_exercise
from autograder.reports.terminal import harmless

course_option = click.option(
    "--course",
    "course_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=f"Dates, points, late policy; by default {NAME} beside the submissions, if there is one.",
)


@click.group("course")
def command():
    """Dates, extensions, late policy and points of your course, in one file, course.toml."""


@command.command("init")
@click.argument("path", type=click.Path(path_type=Path), default=NAME)
def _init(path):
    """Write a course.toml in which comments say what each line does."""
    from autograder.course.policy.sample_course import sample_course

    text = sample_course(declarations(), secrets.token_hex(8), checks_of)
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise Fault(f"{path} is there already, and stays as it is.") from error
    except OSError as error:
        raise Fault(f"{path} cannot be written: {error.strerror}.") from error
    console.print(f"{path} holds a new seed, and comments. Keep it to yourself.", markup=False)


@command.command("check")
@click.argument("path", type=click.Path(path_type=Path), default=NAME)
def _check(path):
    """Say what course.toml means, or where it is wrong."""
    from autograder.course.policy.understood import understood

    known = declarations()
    for sentence in understood(course_at(path), known):
        console.print(harmless(sentence), markup=False)


def course_at(path):
    """Return the `Course` in a file; with exit status 2 and its mistakes if it has any."""
    try:
        return read_course(path, declarations(), checks_of)
    except BadCourse as error:
        raise Fault(
            harmless(f"{error}\nNothing was done, since all of the file counts.")
        ) from error


def course_for(given, folders):
    """Return the `Course` in the file given, else beside the submissions, and the file's path.

    Without a file, the course says nothing and the path is None.
    """
    try:
        path = given or course_beside(folders)
    except BadCourse as error:
        raise Fault(str(error)) from error
    return (Course(), None) if path is None else (course_at(path), Path(path).absolute())


def checks_of(name):
    """Return the names of the checks of an exercise."""
    return [check.name for check in load_exercise(name).checks]
