"""What the records of a class amount to: plain numbers, for the report to show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

MOST_BARS = 31
TOOK_LONGEST = 10
UNTOUCHED = {"not_written", "not_run"}


@dataclass(frozen=True)
class Distribution:
    """How the points for one exercise are spread.

    Attributes ---------- possible : int The possible points. points : tuple of int What each
    submission got, in ascending order, if that is known. unknown : int How many have no points,
    because of a fault of the kit.
    """

    possible: int
    points: tuple[int, ...]
    unknown: int

    @property
    def mean(self):
        """The mean, as a float; nan if nobody's points are known."""
        return float(np.mean(self.points)) if self.points else np.nan

    @property
    def quartiles(self):
        """A quarter, half and three quarters of the submissions got at most this, as floats."""
        points = self.points or [np.nan]
        return tuple(float(each) for each in np.percentile(points, (25, 50, 75)))

    @property
    def full(self):
        """How many got all points."""
        return sum(each == self.possible for each in self.points)

    @property
    def bins(self):
        """``(first, last, count)`` for ranges of points of equal width, at most `MOST_BARS`.

        A range begins at a whole number; halves belong to the number below them. What is above the
        possible points is in the last range.
        """
        most = int(self.possible)
        width = -(-(most + 1) // MOST_BARS)
        found = {start: [] for start in range(0, most + 1, width)}
        for each in self.points:
            found[min(int(each // width) * width, max(found))].append(each)
        return [
            (start, max([min(start + width - 1, most), *points]), len(points))
            for start, points in found.items()
        ]


@dataclass(frozen=True)
class CheckRate:
    """How one check went in the class: how often each status came, by its word."""

    number: int
    name: str
    claim: str
    possible: int
    counts: Counter
    optional: bool = False


@dataclass(frozen=True)
class Mistake:
    """A misconception that was recognised, with the students who had it, sorted."""

    name: str
    hint: str
    students: tuple[str, ...]


def by_exercise(records):
    """Return the records of each exercise, by its name, both sorted."""
    found = {}
    for record in sorted(records, key=lambda each: (each["exercise"], each["student"])):
        found.setdefault(record["exercise"], []).append(record)
    return found


def distribution(records):
    """Return the `Distribution` of one exercise's records."""
    possible = max(record["possible"] for record in records)
    known = [record["points"] for record in records if record["points"] is not None]
    return Distribution(possible, tuple(sorted(known)), len(records) - len(known))


def check_rates(records):
    """Return a `CheckRate` for each check of one exercise's records, in the order of the checks.

    Optional checks without points are left out if nobody has written anything for them.
    """
    checks, counts = {}, {}
    for record in records:
        for check in record["checks"]:
            checks.setdefault(check["name"], check)
            counts.setdefault(check["name"], Counter())[check["status"]] += 1
    told = [
        (name, check, bool(check.get("optional")))
        for name, check in checks.items()
        if not check.get("optional") or check["possible"] or set(counts[name]) - UNTOUCHED
    ]
    return [
        CheckRate(number, name, check["claim"], check["possible"], counts[name], optional)
        for number, (name, check, optional) in enumerate(told, start=1)
    ]


def mistakes(records):
    """Return the `Mistake`s that one exercise's records name, the commonest first."""
    students, hints = {}, {}
    for record in records:
        for check in record["checks"]:
            if check["misconception"] is not None:
                students.setdefault(check["misconception"], set()).add(record["student"])
                hints.setdefault(check["misconception"], check["hint"])
    found = [Mistake(name, hints[name], tuple(sorted(who))) for name, who in students.items()]
    return sorted(found, key=lambda each: (-len(each.students), each.name))


def slowest(records):
    """Return the records that took longest to grade, longest first."""
    ran = [record for record in records if record["seconds"] > 0]
    return sorted(ran, key=lambda each: (-each["seconds"], *identity(each)))[:TOOK_LONGEST]


def broken(records):
    """Return ``(record, check)`` for each record with a check in trouble, the first such check.

    That is one that crashed, took too long, or failed because of a fault of the kit, or any check
    of a submission that was not run. If others passed, a check is not run because it had to wait.
    """
    found = []
    for record in sorted(records, key=identity):
        statuses = {"crashed", "timed_out", "grader_error", *{record["status"]} & {"not_run"}}
        check = next((each for each in record["checks"] if each["status"] in statuses), None)
        if check is not None:
            found.append((record, check))
    return found


def identity(record):
    """Return what tells a record from all others of a class."""
    return record["exercise"], record["student"]
