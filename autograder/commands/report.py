"""``autograder report``: what counts, and the pages of a class, without grading anything."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import click

from autograder.commands.console import FAILED, PASSED, Fault, console
from autograder.commands.counted import (
    counting_of,
    course_for,
    course_option,
    write_course_note,
)
from autograder.course.class_list import ClassList
from autograder.course.csv_cells import BadTable
from autograder.course.submissions.submission import BadSubmission
from autograder.course.written.brought_back import bring_back
from autograder.course.written.tables import WrittenTables
from autograder.exercises import declarations
from autograder.files import cell_text, require_writable
from autograder.grading.ledger import Ledger
from autograder.grading.lock import locked
from autograder.grading.results import is_known
from autograder.grading.retrying import Stopped
from autograder.grading.settling import settle
from autograder.grading.typed_points import merge_into_grades, students_in, table_of_grades
from autograder.reports.pages import BadRecords, records_in, write_pages
from autograder.reports.pages.marking import show_typed, shown_digests
from autograder.reports.terminal import harmless


@click.command("report")
@click.argument("out", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--anew", is_flag=True, help="Also write the pages that have not changed.")
@click.option(
    "--written",
    "brought",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A table that a page of answers made. Its points go into written.csv. Repeatable.",
)
@course_option
def command(out, anew, brought, course_file):
    """Update grades.csv and write the pages in DIR again, without grading.

    DIR is the folder that `grade` wrote. Points that you typed into written.csv go into grades.csv.
    So does what course.toml says: new dates, extensions and points. If a student is not in
    grades.csv, because the last grading had no work of theirs, their results are left out.

    If one row of a table given with --written is wrong, the command uses no row of it.

    Exit status 1 means that something was left out; a sentence says what.
    """
    notes = []
    try:
        class_list = ClassList(out)
        course, course_path = course_for(out, course_file, class_list.folders)
        if out.is_dir():
            require_writable(out)
        grades, tables = table_of_grades(out), WrittenTables(out, declarations())
        counting = counting_of(course, class_list)
        notes += counting.notes
        write_course_note(out, course, course_path)
        wanted = _is_in(students_in(grades))
        with locked(out):
            typed = _typed_points(out, tables, brought)
            notes += typed.notes
            results = settle(out, wanted, counting, typed, Ledger(out))
            unknown = {each["student"] for each in results if not is_known(each)}
            unsure = class_list.unsure | unknown
            records = records_in(out, notes, wanted)
            write_pages(out, records, notes, anew, typed=typed, course=course, unsure=unsure)
            merge_into_grades(grades, results, typed, {*map(cell_text, unsure)}, counting)
    except (BadRecords, BadSubmission, BadTable, Stopped) as error:
        raise Fault(str(error)) from error
    except OSError as error:
        raise Fault(f"{error.filename or out} cannot be written: {error.strerror}.") from error
    for note in notes:
        console.print(harmless(note), markup=False)
    console.print(f"The report on the class is in {out / 'report.html'}.", markup=False)
    sys.exit(FAILED if notes else PASSED)


def _typed_points(out, tables, brought):
    """Return the typed points, with those of tables that are brought back; pages show them."""
    if brought:
        bring_back(tables, brought, declarations(), shown_digests(out))
    with suppress(BadTable):  # `typed_points` has it among its notes
        show_typed(out, *tables.read())
    return tables.typed_points()


def _is_in(students):
    """Return what says of a student and an exercise whether they are of a class."""
    return lambda student, _: cell_text(student) in students
