"""``autograder check``: what a student runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from autograder.commands.console import Fault, console, exercise_or_fault, exit_status
from autograder.sandbox.host import Sandbox
from autograder.seeds import STUDENT_SEED
from autograder.submissions import BadSubmission, read


@click.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--exercise", "name", metavar="NAME", help="Which one; by default, the file's name.")
@click.option("--json", "as_json", is_flag=True, help="Print the result record.")
@click.option("--all", "every_detail", is_flag=True, help="Show every counterexample.")
@click.option(
    "--save-figures",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write a picture of each failure there, as <number>-<check>.png.",
)
@click.option("--seed", default=STUDENT_SEED, help="Draw other examples.", show_default=True)
def command(file, name, as_json, every_detail, folder, seed):
    """Check your own FILE, a .py or .ipynb, as it will be checked for the grade."""
    try:
        source = read(file)
    except BadSubmission as error:
        raise Fault(str(error)) from error
    with Sandbox(only=source) as sandbox:  # gets ready while the rest is imported
        from autograder.grading import grade
        from autograder.report import check_report

        exercise = exercise_or_fault(name or file.stem)
        result = grade(sandbox, exercise, source, file.suffix, seed)
    if as_json:
        click.echo(json.dumps(result, indent=1, ensure_ascii=False))
    else:
        console.print(check_report(result, every_detail), end="")
    if folder:
        click.echo(saved(result, folder), err=as_json)
    sys.exit(exit_status([result]))


def saved(result, folder):
    """Save the pictures of a result; return a sentence that says where they are."""
    from autograder.pictures import save_pictures

    try:
        paths = save_pictures(result, folder)
    except OSError as error:
        raise Fault(f"{error.filename or folder} cannot be written: {error.strerror}.") from error
    if not paths:
        return "No picture was saved, since there is no failure to draw."
    return "\n".join(["Pictures of what failed:", *map(str, paths)])
