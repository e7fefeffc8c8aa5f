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
        calls = ", ".join(f"{f}({', '.join(names)})" for f, names in each.parameters.items())
        click.echo(f"{each.name:<16} {each.points:>3} points  {calls}")
