"""What `grade` and `regrade` share: grade what is left, show it, and tell faults in a sentence."""

from __future__ import annotations

from contextlib import closing, nullcontext

import click

from autograder.commands.console import Fault, Interrupted, console
from autograder.commands.progress import tracked
from autograder.grading.dispatch import Stopped
from autograder.sandbox.host import require_fork


def pool_options(command):
    """Give a command the options that say where submissions run."""
    jobs = click.option(
        "--jobs", type=click.IntRange(min=1), help="Processes; by default one a processor."
    )
    scheduler = click.option(
        "--scheduler", metavar="ADDRESS", help="Grade on a Dask cluster, such as tcp://host:8786."
    )
    return jobs(scheduler(command))


def run(grading, jobs, scheduler, each=lambda result: None):
    """Grade what is left of a class; end with exit status 2 or 130 where that is cut short.

    `each` is called with each result as it comes.
    """
    if jobs and scheduler:
        raise Fault("Give --jobs or --scheduler; a cluster has as many processes as its workers.")
    try:
        with pool_for(grading, jobs, scheduler) as pool, closing(grading.results(pool)) as results:
            for result in tracked(console, results, len(grading.left), lambda: grading.running):
                each(result)
    except KeyboardInterrupt as error:
        raise Interrupted(what_is_safe(grading)) from error
    except Stopped as error:
        raise Fault(f"{error} {what_is_safe(grading)}") from error
    except OSError as error:
        text = f"The results cannot be written to {grading.out}: {error.strerror or error}."
        raise Fault(f"{text} {what_is_safe(grading)}") from error


def pool_for(grading, jobs, scheduler):
    """Return a context manager of what grades a class; of None where nothing is left to grade."""
    if not grading.left:
        return nullcontext()
    if scheduler:
        from autograder.grading.cluster import Cluster

        return Cluster(scheduler, {each.exercise for each in grading.left}, grading.terms)
    from autograder.grading.pool import LocalPool

    require_fork()
    if grading.terms.isolated:
        require_isolation_or_fault()
    return LocalPool(jobs, grading.terms.limits, grading.rehearse)


def require_isolation_or_fault():
    """Do nothing where submissions are isolated fully; else say what is not, with status 2."""
    from autograder.commands.doctor import findings

    loose = [str(finding) for finding in findings() if not finding.stopped]
    if loose:
        raise Fault(f"Nothing was graded, since isolation is required. {' '.join(loose)}")


def what_is_safe(grading):
    """Return what has come of a grading that was cut short, and what to do."""
    done, total = grading.done
    if not done:
        return "Nothing has been graded yet."
    return f"{done} of {total} results are there and stay; the same command does the rest."
