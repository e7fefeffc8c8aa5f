"""When submissions came and as which files, as the download says it, kept beside the grades."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from autograder.course.csv_cells import BadTable
from autograder.course.identities import as_written
from autograder.files import cell_text, replace, table_text

FILE = "handed_in.csv"
COLUMNS = ("student", "exercise", "came", "late", "file")
SAYS = {"": None, "yes": True, "no": False}


class Arrival(NamedTuple):
    """What is known of how a submission came.

    Attributes
    ----------
    came : datetime or None
        When, with a time zone.
    is_late : bool or None
        Whether the system calls it late, by the due time that it knows.
    file : str
        Where in the download it was, with slashes.
    """

    came: datetime | None = None
    is_late: bool | None = None
    file: str = ""


UNKNOWN = Arrival()
_NOT_LATE = ("no", "on time", "in time", "false", "0")


def arrival_by(time, late, file):
    """Return the `Arrival` by what a system says: its time in UTC, and its word on lateness, or "".

    A word that is none of those for "in time" calls a submission late.

    Examples
    --------
    >>> arrival_by("2026-01-31T12:00:00Z", "", "a.py").came.isoformat()
    '2026-01-31T12:00:00+00:00'
    >>> arrival_by("", "LATE", "a.py").is_late, arrival_by("", "", "a.py").is_late
    (True, None)
    """
    came = datetime.fromisoformat(time.replace("Z", "+00:00")) if time else None
    is_late = late.strip().casefold() not in _NOT_LATE if late.strip() else None
    return Arrival(came, is_late, file)


def write_arrivals(folder, arrivals):
    """Write ``handed_in.csv``; what it holds of other submissions stays.

    Parameters
    ----------
    folder : path
        The folder that holds ``grades.csv``.
    arrivals : dict of (str, str) to Arrival
        By student and exercise.
    """
    arrivals = read_arrivals(folder) | arrivals
    rows = [
        [cell_text(student), exercise, _came_text(each), _late_text(each), cell_text(each.file)]
        for (student, exercise), each in sorted(arrivals.items())
    ]
    replace(Path(folder) / FILE, table_text(COLUMNS, rows))


def _came_text(arrival):
    return "" if arrival.came is None else arrival.came.isoformat()


def _late_text(arrival):
    return next(word for word, says in SAYS.items() if says is arrival.is_late)


def read_arrivals(folder):
    """Return what ``handed_in.csv`` holds, a dict of (student, exercise) to `Arrival`.

    Raises
    ------
    BadTable
        If it cannot be read, or is not what grading wrote.
    """
    path = Path(folder) / FILE
    if not path.exists():
        return {}
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return dict(map(_read, csv.DictReader(file)))
    except OSError as error:
        raise BadTable(f"{FILE} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        text = f"{FILE} is not what grading wrote ({error})"
        raise BadTable(f"{text}; remove it, and `autograder grade` writes it again.") from error


def _read(row):
    came = datetime.fromisoformat(row["came"]) if row["came"] else None
    if came is not None and came.tzinfo is None:
        raise ValueError("a time without its zone")
    return (as_written(row["student"]), row["exercise"]), Arrival(
        came, SAYS[row["late"]], as_written(row["file"])
    )
