"""``autograder hint``: the next hint on what the last check found."""

from __future__ import annotations

import click

from autograder.commands.console import EXERCISE, Fault, console, exercise_or_fault
from autograder.reports.hints import HINTS, NoHint, next_hint


@click.command("hint")
@click.argument("exercise", type=EXERCISE)
def command(exercise):
    """Give the next of three hints on the first failure of your last check of EXERCISE."""
    try:
        number, sentence = next_hint(exercise_or_fault(exercise))
    except NoHint as error:
        raise Fault(str(error)) from error
    console.print(f"Hint {number} of {HINTS}: {sentence}", markup=False)
