"""``autograder report``: the pages of a class anew, and typed points into the table of grades."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.commands.console import FAILED, PASSED, Fault, console
from autograder.course.class_list import ClassList
from autograder.course.csv_cells import BadTable
from autograder.course.submissions.submission import BadSubmission
from autograder.course.written.tables import WrittenTables
from autograder.exercises import declarations
from autograder.files import cell_text, require_writable
from autograder.grading.typed_points import (
    merge_into_grades,
    noting_possible,
    students_in,
    table_of_grades,
)
from autograder.reports.pages import BadRecords, records_in, write_pages
from autograder.reports.terminal import harmless


@click.command("report")
@click.argument("out", metavar="DIR", type=click.Path(path_type=Path))
def command(out):
    """Write report.html and the feedback pages anew from the results in DIR; grade nothing.

    Points that were typed into written.csv go into grades.csv. Results of students who are not in
    grades.csv, since they handed in nothing when the class was graded last, are left out.

    Exit status 1 says that something was left out; a sentence says what.
    """
    notes, possible, unsure = [], {}, set()
    try:
        if out.is_dir():
            require_writable(out)
        typed = WrittenTables(out, declarations()).typed_points()
        notes += typed.notes
        grades = table_of_grades(out)
        students = students_in(grades)
        records = records_in(out, notes, lambda student, _: cell_text(student) in students)
        unsure |= ClassList(out).unsure
        records = noting_possible(records, possible, unsure)
        write_pages(out, records, notes, anew=True, typed=typed)
        merge_into_grades(grades, possible, typed, {*map(cell_text, unsure)})
    except (BadRecords, BadSubmission, BadTable) as error:
        raise Fault(str(error)) from error
    except OSError as error:
        raise Fault(f"{error.filename or out} cannot be written: {error.strerror}.") from error
    for note in notes:
        console.print(harmless(note), markup=False)
    console.print(f"The report on the class is in {out / 'report.html'}.", markup=False)
    sys.exit(FAILED if notes else PASSED)
