"""Fill a column of a gradebook that was exported from a learning-management system."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from autograder.cells import BadTable, decoded, filled
from autograder.columns import table
from autograder.identities import Identity, as_written, read_identities
from autograder.matching import Matches, folded, matches

GRADES = "grades.csv"
NO_POINTS = ("student", "possible")
# What students may be matched by, of their identities, in the order of preference.
KNOWN_BY = ("student", "id", "email", "name")
# The row of Canvas that is no student's, and what it says of columns that Canvas calculates.
NO_STUDENT, READ_ONLY = "points possible", "(read only)"


@dataclass(frozen=True)
class Filling:
    """A gradebook with a column filled, and what is to be said of it.

    Attributes
    ----------
    data : bytes
        The file.
    encoding : str
        How it is encoded.
    column : str
        The whole name of the column.
    known_by : str
        What students were matched by, of `KNOWN_BY`.
    keys : dict of int to str
        What stands in each row that is a student's.
    found : Matches
        Whose the rows are.
    points : dict of str to str
        What each matched student got.
    replaced : dict of str to str
        What stood in the column before, of students for whom that was something else.
    """

    data: bytes
    encoding: str
    column: str
    known_by: str
    keys: dict[int, str]
    found: Matches
    points: dict[str, str]
    replaced: dict[str, str]


def fill(folder, data, key, column, exercise="total"):
    """Return a gradebook in which a column holds the points of a class.

    Parameters
    ----------
    folder : path
        What grading left: ``grades.csv``, and ``identities.csv`` if there is one.
    data : bytes
        The gradebook. All of it is kept but the cells that are filled.
    key, column : str
        The column that tells students apart, and the one to fill.
    exercise : str
        The column of ``grades.csv`` with the points.

    Returns
    -------
    filling : Filling

    Raises
    ------
    BadTable
        Where one of the tables cannot be used, or nobody is in both.
    """
    points = read_points(folder, exercise)
    text, encoding = decoded(data)
    gradebook = table(text, key, column)
    keys, old = gradebook.keys(), gradebook.values()
    of_students = {n: key for n, key in enumerate(keys) if folded(key) not in ("", NO_STUDENT)}
    name = gradebook.header[gradebook.column].value
    if any(folded(old[n]) == READ_ONLY for n in range(len(old)) if n not in of_students):
        raise BadTable(f"The column {name!r} is calculated, and cannot be filled.")
    known_by, found = best_matches(of_students, read_identities(folder), points)
    if not found.pairs:
        raise BadTable(nobody_matches(key, of_students.values(), points))
    changed = {n: s for n, s in found.pairs.items() if not same_points(old[n], points[s])}
    text = filled(
        text,
        gradebook.delimiter,
        [(gradebook.body[n], gradebook.column, points[s]) for n, s in changed.items()],
    )
    replaced = {s: old[n].strip() for n, s in changed.items() if old[n].strip()}
    return Filling(
        text.encode(encoding), encoding, name, known_by, of_students, found, points, replaced
    )


def read_points(folder, exercise):
    """Return the points of each student for an exercise, as ``grades.csv`` has them."""
    path = Path(folder) / GRADES
    try:
        with open(path, encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
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
        if not same_points(each, each):
            raise BadTable(f"The points of {student!r} in {path} are {each!r}, which is no number.")
    return points


def best_matches(keys, identities, points):
    """Return by what of `KNOWN_BY` most students match, and how.

    It is one of these for all, so that nobody who chooses his own name takes another's number.
    """
    known = {
        by: {s: getattr(identities.get(s, Identity(s)), by) for s in points} for by in KNOWN_BY
    }
    found = {
        by: matches(keys, {s: key for s, key in of_students.items() if key})
        for by, of_students in known.items()
    }
    best = max(KNOWN_BY, key=lambda by: len(found[by].pairs))
    return best, found[best]


def nobody_matches(column, keys, points):
    """Return the sentence for a gradebook and a class that have nobody in common."""
    theirs, ours = (", ".join(map(repr, islice(each, 2))) or "nobody" for each in (keys, points))
    return (
        f"No student of the gradebook is one of those who were graded: its column {column!r} "
        f"holds {theirs}, and those who were graded are {ours}."
    )


def same_points(one, other):
    """Return whether two cells hold the same number; one that holds none is never the same."""
    try:
        return float(one.strip().replace(",", ".")) == float(other.replace(",", "."))
    except ValueError:
        return False


def write_new(path, data):
    """Write a file that was not there before; FileExistsError where it was."""
    with open(path, "xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            os.unlink(path)
            raise
