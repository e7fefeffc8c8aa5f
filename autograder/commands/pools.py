"""Where submissions of a class run: the options, their pool, and what is missing there."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, fields
from functools import partial, wraps
from pathlib import Path

import click

from autograder.commands.console import Fault, console
from autograder.sandbox.host import require_fork
from autograder.sandbox.self_test import gaps_here


@dataclass(frozen=True)
class Where:
    """Where submissions run, as the options of `pool_options` say."""

    jobs: int | None
    scheduler: str | None
    certificates: Path | None
    unsafe: bool


def pool_options(command):
    """Give a command the options that say where submissions run, as one `Where`."""
    jobs = click.option(
        "--jobs",
        type=click.IntRange(min=1),
        help="How many processes grade; by default one for each processor.",
    )
    scheduler = click.option(
        "--scheduler", metavar="ADDRESS", help="Grade on a Dask cluster, such as tcp://host:8786."
    )
    certificates = click.option(
        "--certificates",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        metavar="DIR",
        help="The certificates of a cluster whose address begins with tls://.",
    )
    unsafe = click.option(
        "--unsafe", is_flag=True, help="Grade even if submissions can read or write files here."
    )

    @wraps(command)
    def with_one_value(**given):
        names = [each.name for each in fields(Where)]
        return command(where=Where(*map(given.pop, names)), **given)

    return jobs(scheduler(certificates(unsafe(with_one_value))))


def pool_for(grading, where):
    """Return a context manager of what grades a class; of None if nothing is left to grade."""
    if not grading.left:
        return nullcontext()
    if where.scheduler:
        from autograder.grading.cluster import Cluster

        exercises = {each.exercise for each in grading.left}
        place = where.scheduler, exercises, grading.terms, where.certificates
        return Cluster(*place, unsafe=where.unsafe)
    from autograder.grading.looking_ahead import LookingAhead
    from autograder.grading.pool import LocalPool

    ahead, terms = LookingAhead(grading.left), grading.terms
    ready = ahead.forbidden, partial(ahead.rehearse, terms.seed), ahead.text
    return LocalPool(where.jobs, terms.limits, *ready)


def missing_here(isolated, unsafe):
    """Return what submissions can do here though they should not, and say it; or refuse, status 2.

    Parameters
    ----------
    isolated : bool
        Whether full isolation is required.
    unsafe : bool
        Whether to grade even if grades are in danger.
    """
    require_fork()
    gaps = gaps_here()
    if gaps.text and isolated:
        raise Fault(f"Nothing was graded, since isolation is required. {gaps.text}")
    if gaps.endanger_grades and not unsafe:
        raise Fault(
            f"Nothing was graded, since grades are not safe on this machine. {gaps.text} "
            "Grade on another one, or with --unsafe if you trust all who handed in."
        )
    missing = gaps.text and f"On this machine: {gaps.text}"
    if missing:
        console.print(missing, markup=False)
    return missing
