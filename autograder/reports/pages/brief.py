"""The records of a class without what takes room, so that hundreds of them fit into memory."""

from __future__ import annotations

from sys import intern

from autograder.reports.pages.alike import manner


class Briefs:
    """Gathers records as they come.

    Attributes
    ----------
    records : list of dict
        The records, with the first paragraph of each message; of those that fail alike only the
        first has counterexamples.
    """

    def __init__(self):
        self.records = []
        self._manners = set()

    def add(self, record):
        """Add a record; it is not changed."""
        how = record["exercise"], manner(record)
        checks = [brief_check(check, how not in self._manners) for check in record["checks"]]
        self.records.append({**record, "checks": checks})
        self._manners.add(how)


def brief_check(check, with_counterexample):
    """Return a check of a record with less in it; what many records share is held once."""
    shared = {
        name: intern(check[name]) for name in ("name", "claim", "status", "hint") if check[name]
    }
    return {
        **check,
        **shared,
        "message": check["message"].partition("\n\n")[0],
        "counterexample": check["counterexample"] if with_counterexample else None,
    }
