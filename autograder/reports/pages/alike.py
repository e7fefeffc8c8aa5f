"""Submissions that fail alike: the same checks, in the same way, by the same mistake.

Of these, one record tells what all do, so that the records of hundreds fit into memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern

from autograder.reports.failure_text import told_of
from autograder.reports.pages.gallery import example_in
from autograder.reports.pages.statistics import identity


@dataclass(frozen=True)
class Group:
    """Submissions to one exercise that fail alike.

    Attributes
    ----------
    exercise : str
        Its name.
    checks : list of dict
        The checks that did not pass, as the first member's record has them.
    students : tuple of str
        The members, sorted.
    """

    exercise: str
    checks: list[dict]
    students: tuple[str, ...]

    @property
    def misconceptions(self):
        """The mistakes that were recognised, in the order of the checks."""
        names = (check["misconception"] for check in self.checks)
        return list(dict.fromkeys(name for name in names if name is not None))

    @property
    def example(self):
        """The first member's first check with a counterexample to show, or else its first check."""
        return next((c for c in self.checks if example_in(c) is not None), self.checks[0])


def groups_alike(records):
    """Return the `Group`s of a class, in their `_order`; who passed everything is in none."""
    members = {}
    for record in sorted(records, key=identity):
        if manner(record):
            members.setdefault((record["exercise"], manner(record)), []).append(record)
    found = [
        Group(exercise, _not_passed(alike[0]), tuple(each["student"] for each in alike))
        for (exercise, _), alike in members.items()
    ]
    return sorted(found, key=_order)


def _order(group):
    """Return what groups are sorted by: unwritten ones last, then size, then names."""
    unwritten = {check["status"] for check in group.checks} <= {"not_written", "not_run"}
    return unwritten, -len(group.students), group.exercise, group.students


def _not_passed(record):
    """Return the checks of a record that did not pass."""
    return [check for check in told_of(record["checks"]) if check["status"] != "passed"]


def manner(record):
    """Return how a submission fails, as something that can be compared."""
    return tuple((c["name"], c["status"], c["misconception"]) for c in _not_passed(record))


class Briefs:
    """Gathers records as they come, without what takes room.

    Attributes
    ----------
    records : list of dict
        The records, with the first paragraph of each sentence and no message; of those that fail
        alike only the first has counterexamples.
    """

    def __init__(self):
        self.records = []
        self._manners = set()

    def add(self, record):
        """Add a record; it is not changed."""
        how = record["exercise"], manner(record)
        checks = [_brief(check, how not in self._manners) for check in record["checks"]]
        self.records.append({**record, "checks": checks})
        self._manners.add(how)


def _brief(check, with_counterexample):
    """Return a check of a record with less in it; what many records share is held once."""
    shared = {
        name: intern(check[name]) for name in ("name", "claim", "status", "hint") if check[name]
    }
    kept = {name: value for name, value in check.items() if name != "message"} | shared
    kept["sentence"] = check["sentence"].partition("\n\n")[0]
    return kept if with_counterexample else kept | {"counterexample": None}
