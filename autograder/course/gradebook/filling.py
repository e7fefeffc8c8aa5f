"""Fill a column of a gradebook that was exported from a learning-management system."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from autograder.course.csv_cells import BadTable, decoded, with_changes
from autograder.course.gradebook.columns import Gradebook, gradebook_in
from autograder.course.gradebook.matching import Matches, matches
from autograder.course.identities import FILE, Identity, as_written, read_identities

GRADES = "grades.csv"
NO_POINTS = ("student", "possible")
# What students may be matched by, of their identities, in the order of preference.
KNOWN_BY = ("student", "id", "email", "name")


@dataclass(frozen=True)
class _Filling:
    """A gradebook with a column filled, and what is to be said of it.

    Attributes
    ----------
    data : bytes
        The new file.
    encoding : str
        How it is encoded, and the old one was.
    gradebook : Gradebook
        The old one.
    known_by : str
        What students were matched by, of `KNOWN_BY`.
    found : Matches
        Whose the rows are.
    replaced : dict of str to str
        What stood in the column before, of students for whom that was something else.
    ungraded : list of str
        Students who have no points yet; their rows are as they were.
    """

    data: bytes
    encoding: str
    gradebook: Gradebook
    known_by: str
    found: Matches
    replaced: dict[str, str]
    ungraded: list[str]

    @property
    def filled(self):
        """How many rows have their student's points."""
        return len(set(self.found.pairs.values()) - set(self.ungraded))


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
    points = _read_points(folder, exercise)
    text, encoding = decoded(data)
    gradebook = gradebook_in(text, key, column)
    if gradebook.is_calculated:
        raise BadTable(f"The column {gradebook.name!r} is calculated, and cannot be filled.")
    known_by, found = _best_matches(gradebook.keys, _identities_in(folder), points)
    if not found.pairs:
        raise BadTable(_nobody_matches(key, gradebook.keys.values(), points))
    old = gradebook.values
    graded = {n: s for n, s in found.pairs.items() if points[s]}
    changed = {n: s for n, s in graded.items() if not same_points(old[n], points[s])}
    changes = [(gradebook.body[n], gradebook.column, points[s]) for n, s in changed.items()]
    new = with_changes(text, gradebook.delimiter, changes).encode(encoding)
    replaced = {s: old[n].strip() for n, s in changed.items() if old[n].strip()}
    ungraded = [s for s in points if not points[s]]
    return _Filling(new, encoding, gradebook, known_by, found, replaced, ungraded)


def _read_points(folder, exercise):
    """Return the points of each student for an exercise, or "", as ``grades.csv`` has them."""
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
        if each and not same_points(each, each):
            raise BadTable(f"The points of {student!r} in {path} are {each!r}, which is no number.")
    return points


def _identities_in(folder):
    """Return the identities in a folder of results, by key."""
    try:
        return read_identities(folder)
    except OSError as error:
        raise BadTable(f"{folder}/{FILE} cannot be read: {error.strerror}.") from error
    except (UnicodeError, csv.Error) as error:
        raise BadTable(f"{folder}/{FILE} is not what grading writes: {error}.") from error


def _best_matches(keys, identities, students):
    """Return by what of `KNOWN_BY` most students match, and how.

    It is the same for all, so that nobody whose name is another's number gets that one's row.
    """
    best, found, unknown = "", Matches(), []
    for by in KNOWN_BY:
        known = {each: getattr(identities.get(each, Identity(each)), by) for each in students}
        these = matches(keys, {each: key for each, key in known.items() if key})
        if not best or len(these.pairs) > len(found.pairs):
            best, found = by, these
            unknown = [each for each, key in known.items() if not key]
    return best, replace(found, students=[*found.students, *unknown])


def _nobody_matches(column, keys, points):
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
