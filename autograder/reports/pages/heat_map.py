"""Who has which misconception: a row a student, a column a check."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from string import ascii_uppercase

from autograder.reports.pages.alike import manner


@dataclass(frozen=True)
class _HeatMapRow:
    """One student's checks: for each its status and, if recognised, the misconception."""

    student: str
    cells: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class HeatMap:
    """The matrix of one exercise.

    Attributes
    ----------
    rows : list of HeatMapRow
        Submissions that passed everything are left out. Those that fail alike stand together, the
        largest such group first, so that a misconception shows as a block.
    letters : dict of str to str
        A letter for each misconception, the commonest first.
    all_passed : int
        How many were left out.
    """

    rows: list[_HeatMapRow]
    letters: dict[str, str]
    all_passed: int


def heat_map(records, rates, found):
    """Return the `HeatMap` of one exercise.

    Parameters
    ----------
    records : list of dict
        Its result records.
    rates : list of CheckRate
        Its checks, in the order of the columns.
    found : list of Mistake
        The misconceptions, in the order of their letters.
    """
    sizes = Counter(map(manner, records))
    failing = [record for record in records if manner(record)]
    failing.sort(key=lambda each: (-sizes[manner(each)], str(manner(each)), each["student"]))
    return HeatMap(
        rows=[_row_of(record, rates) for record in failing],
        letters={mistake.name: _letters(number) for number, mistake in enumerate(found)},
        all_passed=len(records) - len(failing),
    )


def _row_of(record, rates):
    """Return one student's `_HeatMapRow`; a check that the record lacks has not been run."""
    checks = {c["name"]: (c["status"], c["misconception"]) for c in record["checks"]}
    cells = tuple(checks.get(rate.name, ("not_run", None)) for rate in rates)
    return _HeatMapRow(record["student"], cells)


def _letters(number):
    """Return A for 0, B for 1, ... Z, AA, AB and so on.

    Examples
    --------
    >>> _letters(0), _letters(25), _letters(26), _letters(27)
    ('A', 'Z', 'AA', 'AB')
    """
    before, last = divmod(number, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]
