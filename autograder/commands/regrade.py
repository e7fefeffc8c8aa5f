"""``autograder regrade``: a class, after a check was changed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.commands.console import FAILED, PASSED, Fault, console
from autograder.commands.grading_run import pool_options, run
from autograder.commands.publishing import publish, rubrics_option
from autograder.ledger import Ledger
from autograder.regrading import Regrading
from autograder.report import harmless
from autograder.submissions import BadSubmission, find


@click.command("regrade")
@click.argument("out", metavar="DIR", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--submissions", "folder", type=click.Path(path_type=Path), help="Where they are now."
)
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--dry-run", is_flag=True, help="Say who would move, and write nothing.")
@rubrics_option
@pool_options
def command(out, folder, yes, dry_run, rubrics, jobs, scheduler):
    """Grade again what was graded into DIR with other checks, and say who moves.

    With the seed and the submissions that `grade` used last. Asks before it writes; until then the
    grades stay as they are. What the grader itself fails on keeps its result.

    Exit status 1 says that there are changes, and they were not written.
    """
    ledger = Ledger(out)
    if ledger.terms is None or (folder or ledger.folder) is None:
        raise Fault(f"{out} holds no class that was graded: expected what `grade --out` wrote.")
    try:
        submissions, notes = find(folder or ledger.folder)
    except BadSubmission as error:
        raise Fault(f"{error} Say with --submissions where they are.") from error
    regrading = Regrading(submissions, out, ledger.terms)
    run(regrading.grading, jobs, scheduler)
    moves = [move for move in regrading.moves() if move.is_visible]
    for line in report(moves, len(submissions)):
        console.print(line, markup=False)
    if moves and (dry_run or not (yes or click.confirm("Write this?"))):
        console.print("Nothing was written.")
        sys.exit(FAILED)
    regrading.adopt()
    publish(out, submissions, ledger.terms.seed, rubrics, notes)
    sys.exit(PASSED)


def report(moves, total):
    """Yield the lines that say who moves, those who lose first."""
    moved = sorted((move for move in moves if move.points), key=lambda move: move.points)
    for move in moved:
        yield line_on(move)
    other = len(moves) - len(moved)
    change = sum(move.points for move in moved)
    yield f"{len(moved)} of {total} results move, by {change:+g} points together."
    if other:
        yield f"{other} more keep their points, and say something else."


def line_on(move):
    """Return the line on one result that moves: by how much, through which checks, and why."""
    before = move.before["points"] if move.before else "not graded"
    checks = ", ".join(f"{name} {points:+g}" for name, points in move.checks.items())
    why = "" if move.same_file else "; another file than before"
    name = f"{harmless(move.student)}/{move.exercise}"
    return f"{name}: {before} -> {move.after['points']} ({move.points:+g}: {checks}{why})"
