"""``autograder grade``: a class."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.authoring.seeds import COURSE_SEED
from autograder.commands.console import Fault, console, exit_status
from autograder.commands.grading_run import pool_options, run
from autograder.commands.publishing import publish, rubrics_option
from autograder.course.submissions.finding import BadSubmission, find
from autograder.grading.class_grading import ClassGrading
from autograder.grading.jobs import Terms
from autograder.grading.ledger import Ledger
from autograder.reports.pages import FeedbackPages
from autograder.reports.terminal import harmless


@click.command("grade")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Where to write.")
@click.option(
    "--seed",
    help=f"The course's seed; by default that of the last grading into OUT, or {COURSE_SEED!r}.",
)
@click.option("--force", is_flag=True, help="Grade also what has not changed since it was graded.")
@click.option("--require-isolation", is_flag=True, help="Refuse where `doctor` finds a gap.")
@rubrics_option
@pool_options
def command(folder, out, seed, force, require_isolation, rubrics, jobs, scheduler):
    """Grade a class: FOLDER/<student>/<exercise>.ipynb or .py.

    FOLDER may also be an export of Gradescope, Canvas or Moodle, what nbgrader collected, clones of
    GitHub Classroom's repositories, or one zip of any of these. Zips that Otter exported count as
    the notebook in them.

    Writes grades.csv and results/<student>/<exercise>.json into the folder given with --out, and
    identities.csv where the export says more of students than their key. What was graded there
    before and has not changed, neither the file nor the checks nor the seed, is not graded again.

    For people, there are report.html and feedback/<student>/<exercise>.html; answers to written
    questions are in written/, with a table written.csv to type points into. Grade again, or run
    `autograder report`, and these are in grades.csv too.

    Exit status 1 says that some submission did not get full marks, not that grading failed.
    """
    if folder.resolve() in (out.resolve(), *out.resolve().parents) and folder.is_dir():
        raise Fault(f"--out {out} lies in the folder of submissions; give one beside it.")
    try:
        submissions, notes = find(folder)
        seed = seed_for(out) if seed is None else seed
        terms = Terms(seed, isolated=require_isolation)
        grading = ClassGrading(submissions, out, terms, folder.resolve(), force)
    except BadSubmission as error:
        raise Fault(harmless(str(error))) from error
    except OSError as error:
        raise Fault(
            f"{error.filename or out} cannot be read or written: {error.strerror}."
        ) from error
    for note in (*notes, *notes_on(grading, submissions)):
        console.print(harmless(note), markup=False)
    pages = FeedbackPages(out)
    run(grading, jobs, scheduler, pages.write)
    publish(out, submissions, seed, rubrics, notes, pages.gallery)
    console.print(f"Grades are in {out / 'grades.csv'}.", markup=False)
    sys.exit(exit_status(grading.summaries.values()))


def seed_for(out):
    """Return the seed of the last grading into a folder; the usual one where there was none.

    One that is forgotten would give other images, and to some other points.
    """
    before = Ledger(out).terms
    return COURSE_SEED if before is None else before.seed


def notes_on(grading, submissions):
    """Yield sentences on results that are there already."""
    before = grading.ledger.terms
    if before is not None and before.seed != str(grading.terms.seed):
        yield "Another seed was given before: all are graded anew, on other images."
    if kept := len(submissions) - len(grading.left):
        yield f"{kept} of {len(submissions)} have not changed since they were graded."
    if gone := grading.ledger.without_submission(submissions):
        names = ", ".join("/".join(each) for each in gone)
        yield f"No longer handed in, and so not in grades.csv; their results stay: {names}."
