"""Fill a column of a gradebook that was exported from a learning-management system."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from itertools import islice

from autograder.course.csv_cells import BadTable, decoded, with_changes
from autograder.course.gradebook.cell_numbers import same_points, scaled
from autograder.course.gradebook.columns import Gradebook, gradebook_in
from autograder.course.gradebook.matching import Matches, matches
from autograder.course.gradebook.points import possible_points, read_points
from autograder.course.identities import FILE, Identity, read_identities

# What students may be matched by, of their identities, in the order of preference.
KNOWN_BY = ("student", "id", "email", "name")


@dataclass(frozen=True)
class _Filling:
    """A gradebook with a column filled, and what to say of it.

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
    without : list of str
        Students for whom there is nothing to fill in yet; their rows are as they were.
    names : dict of str to str
        What people call the students, by key.
    possible : float or None
        How many points there were, if the gradebook has another number for that.
    """

    data: bytes
    encoding: str
    gradebook: Gradebook
    known_by: str
    found: Matches
    replaced: dict[str, str]
    without: list[str]
    names: dict[str, str]
    possible: float | None = None

    @property
    def filled(self):
        """How many rows were filled."""
        return len(set(self.found.pairs.values()) - set(self.without))


def fill(folder, data, key, column, exercise="total", *, scale=False):
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
    scale : bool
        Whether to scale the points to the maximum in the gradebook.

    Returns
    -------
    filling : Filling

    Raises
    ------
    BadTable
        If one of the tables cannot be used, or nobody is in both.
    """
    points = read_points(folder, exercise)
    possible = possible_points(folder, exercise)
    gradebook = gradebook_in(decoded(data)[0], key, column)
    if gradebook.is_calculated:
        raise BadTable(f"The column {gradebook.name!r} is calculated, and cannot be filled.")
    most = gradebook.most
    if scale and not (most and possible):
        raise BadTable(f"The maximum of {gradebook.name!r} is not known: leave out --scale.")
    if scale:
        points = {s: each and scaled(each, possible, most) for s, each in points.items()}
    if gradebook.has_commas:
        points = {s: each.replace(".", ",") for s, each in points.items()}
    is_other = not scale and most is not None and possible not in (None, most)
    filling = fill_in(folder, data, key, column, points)
    return replace(filling, possible=possible) if is_other else filling


def fill_in(folder, data, key, column, values):
    """Return a gradebook in which a column holds values, a text for each student, or "".

    See `fill` for the parameters and for what is raised.
    """
    text, encoding = decoded(data)
    gradebook = gradebook_in(text, key, column)
    identities = _identities_in(folder)
    known_by, found = _best_matches(gradebook.keys, identities, values)
    if not found.pairs:
        raise BadTable(_nobody_matches(key, gradebook.keys.values(), values))
    old = gradebook.values
    known = {n: s for n, s in found.pairs.items() if values[s]}
    changed = {n: s for n, s in known.items() if not _is_same(old[n], values[s])}
    changes = [(gradebook.body[n], gradebook.column, values[s]) for n, s in changed.items()]
    try:
        new = with_changes(text, gradebook.delimiter, changes).encode(encoding)
    except UnicodeError as error:
        raise BadTable(f"The gradebook cannot hold {error.object[error.start]!r}.") from error
    replaced = {s: old[n].strip() for n, s in changed.items() if old[n].strip()}
    without = [s for s in values if not values[s]]
    names = {s: identities[s].name for s in values if s in identities}
    return _Filling(new, encoding, gradebook, known_by, found, replaced, without, names)


def _is_same(one, other):
    return one == other or same_points(one, other)


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
        f"The gradebook has none of the graded students: its column {column!r} holds {theirs}, "
        f"and the graded students are {ours}. With --key, name a column that tells who they are."
    )
