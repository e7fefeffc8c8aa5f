"""``autograder course``: the file that says when work is due, and what it is worth."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from autograder.commands.console import Fault, console
from autograder.commands.counted import course_at
from autograder.course.policy.course_file import NAME
from autograder.exercises import declarations, load_exercise
from autograder.reports.terminal import harmless


@click.group("course")
def command():
    """Write or check course.toml, the file with dates, extensions, late policy and points."""


@command.command("init")
@click.argument("path", type=click.Path(path_type=Path), default=NAME)
def _init(path):
    """Write a course.toml, with a comment for each line."""
    from autograder.course.policy.sample_course import sample_course

    text = sample_course(declarations(), secrets.token_hex(8), load_exercise)
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
    """Say what course.toml means, or which lines are wrong."""
    from autograder.course.policy.understood import understood

    course = course_at(path)
    for sentence in understood(course, declarations()):
        console.print(harmless(sentence), markup=False)
