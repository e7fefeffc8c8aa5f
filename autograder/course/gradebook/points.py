"""The points of a class, as ``grades.csv`` and the records beside it have them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from autograder.course.csv_cells import BadTable
from autograder.course.gradebook.cell_numbers import same_points
from autograder.course.identities import as_written

GRADES = "grades.csv"
NO_POINTS = ("student", "possible")


def read_points(folder, exercise):
    """Return the points of each student for an exercise, or "", as ``grades.csv`` has them."""
    path = Path(folder) / GRADES
    try:
        with open(path, encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadTable(f"There is no {GRADES} in {folder}; grade the class first.") from error
    except OSError as error:
        raise BadTable(f"{path} cannot be read: {error.strerror}.") from error
    except (UnicodeError, csv.Error) as error:
        raise BadTable(f"{path} is not the table that grading writes: {error}.") from error
    there = [each for each in (lines[0] if lines else ()) if each and each not in NO_POINTS]
    if exercise not in there or "student" not in lines[0]:
        some = f"there are for {', '.join(there)}" if there else "it is not what grading writes"
        raise BadTable(f"There are no points for {exercise!r} in {path}; {some}.")
    points = {as_written(line["student"]): line[exercise] or "" for line in lines}
    for student, each in points.items():
        if each and not same_points(each, each):
            raise BadTable(
                f"The points of {student!r} in {path} are {each!r}, which is not a number."
            )
    return points


def possible_points(folder, exercise):
    """Return how many points there were for a column of ``grades.csv``, or None if nothing says so.

    Parameters
    ----------
    folder : path
        What grading left.
    exercise : str
        The column, such as ``"convolution"`` or ``"total"``.
    """
    if exercise == "total":
        with open(Path(folder) / GRADES, encoding="utf-8", newline="") as file:
            said = [line.get("possible") for line in csv.DictReader(file)]
    else:
        paths = sorted(Path(folder).glob(f"results/*/{exercise}.json"))[:1]
        said = [_possible_in(path) for path in paths]
    try:
        return float(said[0]) if said else None
    except (TypeError, ValueError):
        return None


def _possible_in(path):
    """Return the points possible in a record, or None."""
    try:
        return json.loads(path.read_bytes())["possible"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
