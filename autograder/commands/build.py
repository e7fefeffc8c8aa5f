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
@click.option(
    "--for-students", is_flag=True, help="Build no zips for Otter; then no seed is needed."
)
@click.option(
    "--unsafe",
    is_flag=True,
    help="Let the zips grade even if submissions can read or write files there.",
)
def command(out, seed, for_students, unsafe):
    """Build assignments/ and the zips for students and for Otter from reference/ in this folder.

    The folder may be a checkout of the kit, or the repository of a package that brings exercises.
    The command builds the exercises whose solutions lie here.

    The zips for Otter hold the course's seed: give them to nobody but Gradescope or `otter grade`.
    The files for students do not depend on the seed.
    """
    if seed is None and not for_students:
        raise Fault(
            "The zips for Otter need the course's seed: give it with --seed. Without a seed, "
            "--for-students builds the rest."
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
