"""``autograder grade``: a class."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.classroom import grade_class
from autograder.commands.console import Fault, console, exit_status
from autograder.commands.doctor import findings
from autograder.identities import write_identities
from autograder.progress import tracked
from autograder.report import harmless
from autograder.seeds import COURSE_SEED
from autograder.submissions import BadSubmission, find


@click.command("grade")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Where to write.")
@click.option("--seed", default=COURSE_SEED, show_default=True, help="The course's seed; keep it.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes; by default one a processor.")
@click.option("--require-isolation", is_flag=True, help="Refuse where `doctor` finds a gap.")
def command(folder, out, seed, jobs, require_isolation):
    """Grade a class: FOLDER/<student>/<exercise>.ipynb or .py.

    FOLDER may also be an export of Gradescope, Canvas or Moodle, what nbgrader collected, clones of
    GitHub Classroom's repositories, or one zip of any of these. Zips that Otter exported count as
    the notebook in them.

    Writes grades.csv and results/<student>/<exercise>.json into the folder given with --out, and
    identities.csv where the export says more of students than their key.
    Exit status 1 says that some submission did not get full marks, not that grading failed.
    """
    if require_isolation:
        require_isolation_or_fault()
    try:
        submissions, notes = find(folder)
        for note in notes:
            console.print(harmless(note), markup=False)
        write_identities(out, [each.identity for each in submissions])
        results = grade_class(submissions, out, seed, jobs=jobs)
        graded = list(tracked(console, results, len(submissions)))
    except BadSubmission as error:
        raise Fault(harmless(str(error))) from error
    except OSError as error:
        raise Fault(f"{error.filename or out} cannot be written: {error.strerror}.") from error
    console.print(f"Grades are in {out / 'grades.csv'}.", markup=False)
    sys.exit(exit_status(graded))


def require_isolation_or_fault():
    """Do nothing where submissions are isolated fully; else say what is not, with status 2."""
    loose = [str(finding) for finding in findings() if not finding.stopped]
    if loose:
        raise Fault(f"Nothing was graded, since isolation is required. {' '.join(loose)}")
