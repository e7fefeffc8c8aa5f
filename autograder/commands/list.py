"""``autograder list``."""

from __future__ import annotations

import click

from autograder.commands.brings import brings_option
from autograder.exercises import load_exercises


@click.command("list")
@brings_option
def command():
    """List the exercises, their functions and their points."""
    for each in load_exercises():
        optional = f"; optional: {_calls(each, each.optional)}" if each.optional else ""
        calls = _calls(each, each.required) + optional
        click.echo(f"{each.name:<16} {each.points:>3} points  {calls}")


def _calls(exercise, functions):
    """Return functions as they are called."""
    return ", ".join(f"{name}({', '.join(exercise.parameters[name])})" for name in functions)
