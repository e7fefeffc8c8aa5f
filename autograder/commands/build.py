"""``autograder build``: what students receive, and what Gradescope takes."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.authoring.seeds import COURSE_SEED
from autograder.commands.console import Fault, console
from autograder.commands.course_seed import seed_options
from autograder.exercises import exercise_names


@click.command("build")
@click.option("--out", type=click.Path(path_type=Path), default=Path("dist"), show_default=True)
@seed_options(f"The course's seed; {COURSE_SEED!r} by default.", COURSE_SEED)
@click.option(
    "--unsafe",
    is_flag=True,
    help="Let the zips grade also if submissions can read or write files there.",
)
def command(out, seed, unsafe):
    """Build assignments/, the zips for Otter and for students, from reference/ in this folder."""
    try:
        from autograder.notebooks.build import build_exercises
        from autograder.notebooks.handout import BuildError
    except ImportError as error:
        raise Fault(f"Building needs the extra 'instructor': {error}.") from error
    try:
        for path in build_exercises(exercise_names(), Path.cwd(), out, seed, unsafe=unsafe):
            console.print(path, markup=False)
    except BuildError as error:
        raise Fault(str(error)) from error
