"""Bring typed points into ``grades.csv`` without grading anything."""

from __future__ import annotations

from decimal import Decimal

from autograder.course.csv_cells import BadTable
from autograder.course.policy.worth import plain
from autograder.course.written.sheets import read_sheet
from autograder.files import cell_text
from autograder.grading.results import known_points, write_table

NAME = "grades.csv"
ENDS = ("total", "possible")
# What columns end with that stand beside those of exercises.
ADDED = (" written", " late", " counted")


def merge_into_grades(table, results, typed, unsure, counting=None):
    """Write ``grades.csv`` again with the typed points, and with what counts by the course file.

    Points without a result stay as they are there, and so do cells that are empty.

    Parameters
    ----------
    table : Sheet
        The table, as `table_of_grades` returns it.
    results : list of dict
        Result records or their summaries.
    typed : Typed
        The points for written answers.
    unsure : set of str
        Students, as the table names them, who may have more points than it holds.
    counting : Counting, optional
        What counts of the points, by the course file.

    Raises
    ------
    BadTable
        If it is not one that `grade` wrote; it is left as it is.
    """
    exercises = [
        name
        for name in table.columns
        if name not in ("student", *ENDS) and not name.endswith(ADDED)
    ]
    possible = {each["exercise"]: each["possible"] for each in results}
    unknown = [name for name in exercises if name not in possible]
    if unknown:
        what = f"has a column {unknown[0]!r} without results"
        raise BadTable(f"{NAME} {what} and was left as it is; grade again.")
    points = {
        row.cells["student"]: {name: _number(row, name) for name in exercises} for row in table.rows
    }
    for each in results:
        cells = points.get(cell_text(each["student"]), {})
        if cells.get(each["exercise"], "") != "":
            cells[each["exercise"]] = known_points(each)
    unsure = unsure | {row.cells["student"] for row in table.rows if _is_unsure(row, exercises)}
    columns = {name: possible[name] for name in exercises}
    write_table(table.path.parent, points, columns, typed, unsure, counting)


def _is_unsure(row, exercises):
    """Return whether a row has no total since a cell of an exercise is empty."""
    others = [cell for name, cell in row.cells.items() if name.endswith(" written")]
    return (
        not row.cells["total"].strip()
        and all(map(str.strip, others))
        and any(not row.cells[name].strip() for name in exercises)
    )


def students_in(table):
    """Return the students in ``grades.csv``, by their names as `files.cell_text` gives them."""
    return {row.cells["student"] for row in table.rows}


def table_of_grades(folder):
    """Return ``grades.csv`` as a `Sheet`; BadTable if it is not there, or none that we write."""
    table = read_sheet(folder / NAME, ("student", *ENDS))
    if not table.text:
        raise BadTable(f"There is no {NAME} in {folder}; grade the class first.")
    if not table.rows:
        raise BadTable(f"{NAME} has no rows; grade the class again.")
    return table


def _number(row, name):
    """Return the points in a row's cell; "" if it is empty."""
    cell = row.cells[name].strip()
    try:
        return plain(Decimal(cell)) if cell else ""
    except (ArithmeticError, ValueError) as error:
        raise BadTable(
            f"{NAME}, line {row.line}: the points for {name} are {cell!r}, and not a number. "
            "The file was left as it is; grade again."
        ) from error
