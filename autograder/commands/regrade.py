"""``autograder regrade``: a class, after a check was changed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.commands.class_run import (
    require_ours_or_fault,
    require_writable_or_fault,
    rubrics_option,
    run,
    sound_declarations,
)
from autograder.commands.console import FAILED, FAULT, PASSED, Fault, console
from autograder.commands.counted import (
    counting_of,
    course_for,
    course_option,
    write_course_note,
)
from autograder.commands.pools import pool_options
from autograder.commands.publishing import publish
from autograder.course.class_list import ClassList
from autograder.course.submissions.finding import find
from autograder.course.submissions.submission import BadSubmission
from autograder.course.written.tables import WrittenTables
from autograder.grading.ledger import Ledger
from autograder.grading.regrading import Regrading
from autograder.grading.retrying import Stopped
from autograder.reports.terminal import harmless


@click.command("regrade")
@click.argument("out", metavar="DIR", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--submissions",
    "folders",
    type=click.Path(path_type=Path),
    multiple=True,
    help="The folder where the submissions are now. You may repeat this.",
)
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--dry-run", is_flag=True, help="Say whose points would change, and write nothing.")
@course_option
@rubrics_option
@pool_options
def command(out, folders, yes, dry_run, course_file, rubrics, where):
    """Grade a class again after a check has changed, and say whose points change.

    DIR is the folder that `grade` wrote. The seed and the submissions are those of the last
    grading. The command asks before it writes; until then the grades stay as they are. If the
    grader itself fails on a submission, that submission keeps its result.

    Exit status 1 means that there are changes, and they were not written.
    """
    ledger, class_list = Ledger(out), _class_list_or_fault(out)
    folders = folders or class_list.folders or list(filter(None, [ledger.folder]))
    if ledger.terms is None or not folders:
        raise Fault(f"{out} holds no class that was graded: expected what `grade --out` wrote.")
    if not dry_run:
        require_writable_or_fault(out)
    require_ours_or_fault(ledger)
    course, course_path = course_for(out, course_file, folders)
    known = course.chosen(sound_declarations())
    tables = WrittenTables(out, known)
    try:
        found = find(_those_there(folders), known, known=class_list.people.values())
    except BadSubmission as error:
        raise Fault(harmless(f"{error} Say with --submissions where they are.")) from error
    submissions = found.submissions
    class_list.take(found, ledger.source_of)
    counting = counting_of(course, class_list)
    regrading = Regrading(submissions, out, ledger, tables.typed_points, class_list, counting)
    if not regrading.stale:
        if not dry_run:
            _adopt(regrading)  # the table, if the last regrading was killed just before that
        console.print(f"All {len(submissions)} results stand: neither checks nor files changed.")
        return
    missing = run(regrading.grading, where)
    graded = list(regrading.moves())
    moves = [move for move in graded if move.is_visible]
    failed = len(regrading.stale) - len(graded)
    for line in _lines_on(moves, len(submissions), failed):
        console.print(line, markup=False)
    if dry_run or (moves and not yes and not click.confirm("Write this?")):
        console.print("Nothing was written.")
        sys.exit(FAILED if moves else PASSED)
    write_course_note(out, course, course_path)
    _adopt(regrading)
    publish(out, submissions, class_list, counting, ledger, rubrics, tables, found.sentences)
    if missing:
        console.print(missing, markup=False)
    sys.exit(FAULT if failed else PASSED)


def _class_list_or_fault(out):
    try:
        return ClassList(out)
    except BadSubmission as error:
        raise Fault(harmless(str(error))) from error


def _those_there(folders):
    """Return the downloads that are there; all of them, if none is. Results of others stay."""
    return [each for each in folders if Path(each).exists()] or folders


def _adopt(regrading):
    """Write the new results; with status 2 and a sentence if that cannot be done."""
    try:
        regrading.adopt()
    except Stopped as error:
        raise Fault(f"{error} Then the same command writes what is new.") from error
    except OSError as error:
        raise Fault(
            f"The results cannot be written to {regrading.out}: {error.strerror or error}. "
            "Each result is the old one or the new one; the same command writes the rest."
        ) from error


def _lines_on(moves, total, failed):
    """Yield the lines that say who moves, those who lose first, and what else there is."""
    moved = sorted((move for move in moves if move.points), key=lambda move: move.points)
    for move in moved:
        yield _line_on(move)
    known = [move for move in moves if move.was_unknown]
    for move in known:
        name = f"{harmless(move.student)}/{move.exercise}"
        yield f"{name}: unknown because of a fault of the kit -> {move.after['points']}"
    other = len(moves) - len(moved) - len(known)
    change = sum(move.points for move in moved)
    by = f"by {change:+g} points in all" if change else "and the sum of all points does not"
    yield (
        f"{len(moved)} of {total} results change, {by}."
        if moved
        else f"0 of {total} results change their points."
    )
    if other:
        yield f"{other} more keep their points, but their messages change."
    if known:
        yield f"{len(known)} more have points for the first time."
    if failed:
        yield f"{failed} could not be graded because of a fault of the kit, and keep their points."


def _line_on(move):
    """Return the line on one result that moves: by how much, through which checks, and why."""
    before = move.before["points"] if move.before else "not graded"
    checks = ", ".join(f"{name} {points:+g}" for name, points in move.checks.items())
    why = "" if move.same_file else "; another file than before"
    name = f"{harmless(move.student)}/{move.exercise}"
    return f"{name}: {before} -> {move.after['points']} ({move.points:+g}: {checks}{why})"
