"""``autograder hint``: the next hint on what the last check found."""

from __future__ import annotations

from functools import partial

import click

from autograder.commands.brings import brings_option
from autograder.commands.console import (
    EXERCISE,
    Fault,
    console,
    exercise_or_fault,
    shown_if_long,
)
from autograder.exercises.handouts import heading_of
from autograder.reports.hints import HINTS, NoHint, next_hint, report_showed_the_first


@click.command("hint")
@click.argument("exercise", type=EXERCISE)
@brings_option
def command(exercise):
    """Give the next of three hints on the first failure of your last check of EXERCISE."""
    try:
        with shown_if_long("Looking for a hint ..."):
            found = exercise_or_fault(exercise)
            number, sentence = next_hint(found, partial(heading_of, exercise))
    except NoHint as error:
        raise Fault(str(error)) from error
    is_second = number == 2 and report_showed_the_first(exercise)
    first = " (hint 1 stands in the report of your check)" if is_second else ""
    label = f"Hint {number} of {HINTS}{first}: " if number else ""
    console.print(f"{label}{sentence}", markup=False)
