"""``autograder verify``: the autograder's own test."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.commands.console import FAILED, PASSED, Fault, console, exercise_or_fault
from autograder.exercise import names as all_names
from autograder.sandbox.host import Sandbox
from autograder.seeds import COURSE_SEED
from autograder.verify import NoReference, verify


@click.command("verify")
@click.option("--seed", default=COURSE_SEED, show_default=True, help="Draw other examples.")
@click.option("--exercise", "names", multiple=True, metavar="NAME", help="Only these exercises.")
def command(seed, names):
    """Test the autograder: the reference passes, the stub fails, every known mistake is caught."""
    held = []
    with Sandbox() as sandbox:
        for name in names or all_names():
            exercise_or_fault(name)
            try:
                for claim, holds in verify(name, sandbox, Path.cwd(), seed):
                    word = "[green]holds[/]" if holds else "[red]FAILS[/]"
                    console.print(f"{word}  {name}: {claim}")
                    held.append(holds)
            except NoReference as error:
                raise Fault(str(error)) from error
    console.print(f"{sum(held)} of {len(held)} claims hold.")
    sys.exit(PASSED if all(held) else FAILED)
