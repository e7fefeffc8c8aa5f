"""``autograder start``: what a student begins with."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.commands.brings import brings_option
from autograder.commands.console import EXERCISE, Fault
from autograder.exercises.handouts import handout_of


@click.command("start")
@click.argument("name", metavar="EXERCISE", type=EXERCISE)
@brings_option
def command(name):
    """Write the notebook and the script of an EXERCISE here, and overwrite no file."""
    try:
        files = handout_of(name)
    except FileNotFoundError as error:
        raise Fault(str(error)) from error
    for file, content in files.items():
        click.echo(_written(Path(file), content))
    click.echo(
        "Write your functions in one of the two, and check that one: "
        f"autograder check {name}.py, or autograder check {name}.ipynb"
    )


def _written(path, content):
    """Write a file unless there is one; return a sentence that says which of these it was."""
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        return f"{path} is here already and stays as it is. For a new one, rename yours first."
    except OSError as error:
        raise Fault(f"{path} cannot be written: {error.strerror}.") from error
    return f"{path} is new."
