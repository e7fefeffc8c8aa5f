"""``autograder return``: feedback back to students."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from autograder.commands.console import FAILED, PASSED, Fault, console
from autograder.course.class_list import ClassList
from autograder.course.csv_cells import BadTable
from autograder.course.feedback_zips import SUMMARY, SYSTEMS, Page, zips_for
from autograder.course.submissions.submission import BadSubmission
from autograder.files import cell_text, replace, replace_bytes
from autograder.grading.lock import locked
from autograder.grading.retrying import Stopped
from autograder.grading.typed_points import students_in, table_of_grades
from autograder.reports.terminal import harmless

FOLDER = "return"
# Beside the zips: what was in the last ones, so that a later zip can leave it out.
RETURNED = ".returned.json"
HOW = {
    "moodle": "In Moodle, open the assignment's submissions, and upload each zip as multiple "
    "feedback files in a zip.",
    "canvas": "In Canvas, open the assignment, and upload each zip with Re-Upload Submissions.",
    "gradescope": "Gradescope takes no feedback from a zip: the folders are named as its export "
    "names them, for you to hand out.",
    "files": "There is a folder for each student.",
}


@click.command("return")
@click.argument("out", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--for",
    "system",
    type=click.Choice(SYSTEMS),
    required=True,
    help="The system that takes the zips.",
)
@click.option("--only-changed", is_flag=True, help="Leave out pages that the last zips had.")
def command(out, system, only_changed):
    """Put the feedback pages in DIR into zips, with the names that the download had.

    DIR is the folder that `grade` wrote. The zips are in DIR/return, one for each exercise. With
    --for files there is one zip, with a folder for each student. Each student gets the page on the
    exercise and the page on the whole course.

    Exit status 1 means that a page is in no zip; a sentence names it.
    """
    try:
        table = table_of_grades(out)
        students, exercises = students_in(table), (*table.columns, SUMMARY)
        pages = [
            page
            for page in _pages_in(out)
            if cell_text(page.student) in students and page.exercise in exercises
        ]
        returned = _returned(out, system)
        new = [page for page in pages if not only_changed or _is_new(page, returned)]
        zips, notes = zips_for(system, new, ClassList(out).arrivals)
        with locked(out):
            for name, content in zips.items():
                replace_bytes(out / FOLDER / name, content)
            if zips:
                _keep(out, system, returned | {_key(page): page.digest for page in pages})
    except (BadSubmission, BadTable, Stopped) as error:
        raise Fault(str(error)) from error
    except OSError as error:
        place = error.filename or out
        raise Fault(f"{place} cannot be read or written: {error.strerror}.") from error
    if new and not zips:
        raise Fault(
            f"{system.capitalize()} needs the names that its own download has, and no graded file "
            f"came from a download of {system.capitalize()}. Use --for files instead."
        )
    for note in notes:
        console.print(harmless(note), markup=False)
    if not new:
        console.print("Nothing has changed since the last zips; none was written.")
        sys.exit(PASSED)
    for name in zips:
        console.print(f"{out / FOLDER / name}", markup=False)
    console.print(HOW[system], markup=False)
    sys.exit(FAILED if notes else PASSED)


def _pages_in(out):
    """Yield the pages of feedback, sorted."""
    for path in sorted(Path(out).glob("feedback/*/*.html")):
        yield Page(path.parent.name, path.stem, path.read_bytes())


def _is_new(page, returned):
    return returned.get(_key(page)) != page.digest


def _key(page):
    return f"{page.student}/{page.exercise}"


def _returned(out, system):
    """Return the digests of the pages in the last zips for a system; none if that is not known."""
    try:
        found = json.loads((Path(out) / FOLDER / RETURNED).read_text(encoding="utf-8"))
        return dict(found.get(system, {}))
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _keep(out, system, returned):
    """Note what the zips for a system hold; the notes on other systems stay."""
    known = {each: _returned(out, each) for each in SYSTEMS} | {system: returned}
    text = json.dumps({name: each for name, each in known.items() if each}, indent=1)
    replace(Path(out) / FOLDER / RETURNED, text)
