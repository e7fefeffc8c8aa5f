"""``autograder list``."""

from __future__ import annotations

import click

from autograder.commands.brings import brings_option
from autograder.commands.console import EXERCISE
from autograder.exercises import load_exercise, load_exercises


@click.command("list")
@click.argument("exercise", type=EXERCISE, required=False)
@brings_option
def command(exercise):
    """List the exercises with functions and points, or the checks of one EXERCISE.

    The names of checks are those that course.toml takes.
    """
    if exercise:
        for check in load_exercise(exercise).checks:
            worth = "optional" if check.is_optional else f"{check.points}"
            click.echo(f"{check.name:<44} {worth:>8}  {check.claim}")
        return
    for each in load_exercises():
        optional = f"; optional: {_calls(each, each.optional)}" if each.optional else ""
        calls = _calls(each, each.required) + optional
        click.echo(f"{each.name:<16} {each.points:>3} points  {calls}")


def _calls(exercise, functions):
    """Return functions as they are called."""
    return ", ".join(f"{name}({', '.join(exercise.parameters[name])})" for name in functions)
