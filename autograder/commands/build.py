"""``autograder build``: what students receive, and what Gradescope takes."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.commands.console import Fault, console
from autograder.commands.counted import course_here
from autograder.commands.course_seed import seed_options
from autograder.exercises import load_exercise, require_whole
from autograder.judging.verify import NoReference, exercises_in


@click.command("build")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default="dist",
    show_default=True,
    help="Write the zips and the rubrics to this folder.",
)
@seed_options("The course's seed; it stands in the zips for Otter.")
@click.option("--for-students", is_flag=True, help="Build no zips for Otter; this takes no seed.")
@click.option(
    "--unsafe",
    is_flag=True,
    help="Let the zips grade also if submissions can read or write files there.",
)
def command(out, seed, for_students, unsafe):
    """Build assignments/, the zips for Otter and for students, from reference/ in this folder.

    That may be a checkout of the kit, or the repository of a package that brings exercises: those
    are built whose solutions lie here.

    The zips for Otter hold the course's seed, and so go to nobody but Gradescope or `otter grade`.
    What is for students does not depend on it.
    """
    if seed is None and not for_students:
        raise Fault(
            "Give the course's seed with --seed, for the zips with which Otter grades. With "
            "--for-students nothing is built that needs a seed."
        )
    try:
        from autograder.notebooks.build import build_exercises
        from autograder.notebooks.handout import BuildError
        from autograder.notebooks.handout_run import require_handout
    except ImportError as error:
        raise Fault(f"Building needs the extra 'instructor': {error}.") from error
    seed = None if for_students else seed
    root = Path.cwd()
    try:
        course_here(root)
        names = exercises_in(root)
        require_whole(names)
        for name in names:
            require_handout(load_exercise(name), root)
        for path in build_exercises(names, root, out, seed, unsafe=unsafe):
            console.print(path, markup=False)
    except (BuildError, NoReference) as error:
        raise Fault(str(error)) from error
