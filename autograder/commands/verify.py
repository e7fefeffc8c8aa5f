"""``autograder verify``: the autograder's own test."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.authoring.seeds import COURSE_SEED
from autograder.commands.console import FAILED, PASSED, Fault, console, exercise_or_fault
from autograder.commands.counted import course_here
from autograder.exercises import require_whole
from autograder.files import replace
from autograder.judging.verify import NoReference, exercises_in, listed, solution, verify
from autograder.sandbox.host import Sandbox


@click.command("verify")
@click.option(
    "--seed", default=COURSE_SEED, show_default=True, help="Draw the examples from another seed."
)
@click.option("--exercise", "names", multiple=True, metavar="NAME", help="Only these exercises.")
@click.option("--report", type=click.Path(path_type=Path), help="Write the fairness sheet here.")
@click.option(
    "--seeds",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="How many seeds the sheet counts.",
)
def command(seed, names, report, seeds):
    """Test the autograder: the reference passes, the stub fails, every known mistake is caught.

    The command tries the exercises whose solutions lie in this folder, below reference/, and runs
    their handouts.

    With --report, try many seeds, and write a page of Markdown. It says with how many seeds each
    mistake is caught, and with how many each right solution gets full marks. 200 seeds take a
    quarter of an hour, or hours on a slow computer.
    """
    held = []
    try:
        course_here(Path.cwd())
        names = names or exercises_in(Path.cwd())
        exercises = [exercise_or_fault(name) for name in names]
        for exercise, claim, holds in _claims(exercises, seed, report, seeds):
            word = "[green]holds[/]" if holds else "[red]FAILS[/]"
            console.print(f"{word}  {exercise.name}: {claim}")
            held.append(holds)
    except NoReference as error:
        raise Fault(str(error)) from error
    console.print(f"{sum(held)} of {len(held)} claims hold.")
    sys.exit(PASSED if all(held) else FAILED)


def _claims(exercises, seed, report, seeds):
    """Yield ``(exercise, claim, holds)`` for all that is tried; write the sheet if there is one."""
    of_all = "\n".join(solution(each.name, Path.cwd()) for each in exercises)
    with Sandbox(of_all=of_all.encode()) as sandbox:
        for exercise in exercises:
            require_whole([exercise.name])
            _require_handout_or_fault(exercise)
            for claim, holds in verify(exercise.name, sandbox, Path.cwd(), seed):
                yield exercise, claim, holds
    if report is not None:
        yield from _counted(exercises, report, seeds)


def _require_handout_or_fault(exercise):
    """Do nothing if the handout can be published and runs; else say why not, with status 2."""
    try:
        from autograder.notebooks.handout import BuildError
        from autograder.notebooks.handout_run import require_handout
    except ImportError as error:
        text = f"{exercise.name}: the handout was not tried, which needs the extra 'instructor': "
        click.echo(f"{text}{error}.", err=True)
        return
    try:
        require_handout(exercise, Path.cwd())
    except BuildError as error:
        raise Fault(str(error)) from error


def _counted(exercises, report, seeds):
    """Yield what many seeds show, and write the sheet."""
    from autograder.judging.coverage import STRATA_SEEDS, strata_of_checks, uneven_checks
    from autograder.judging.fairness import fairness_of
    from autograder.judging.fairness_page import page

    sheets, strata = [], {}
    for sheet in fairness_of(exercises, Path.cwd(), seeds):
        exercise, missed, wronged = sheet.exercise, sheet.missed, sheet.wronged
        strata[exercise.name] = strata_of_checks(exercise)
        uneven = uneven_checks(strata[exercise.name])
        yield exercise, f"{seeds} seeds catch every mistake{listed(missed)}", not missed
        yield exercise, f"{seeds} seeds give right solutions all{listed(wronged)}", not wronged
        yield exercise, f"{STRATA_SEEDS} seeds cover the same strata{listed(uneven)}", not uneven
        sheets.append(sheet)
    try:
        replace(report, page(sheets, strata))
    except OSError as error:
        raise Fault(f"{report} cannot be written: {error.strerror}.") from error
