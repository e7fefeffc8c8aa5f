"""Who moved, when, by how much and why, kept beside the grades: ``decisions.csv``.

What counted at the last time, and what it was made of, is kept in a file of its own; a decision is
a difference from that.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from autograder.course.csv_cells import BadTable
from autograder.course.policy.worth import given, plain
from autograder.course.written.sheets import read_sheet
from autograder.files import cell_text, replace

FILE, LAST_TIME = "decisions.csv", ".counted.json"
COLUMNS = ("when", "student", "exercise", "before", "after", "change", "why")
# What points are made of, and what a change of it is called. The first that applies to points that
# were given explains them; those below explain what counts of them.
REASONS = {
    "source": "handed in again",
    "verdict": "regrade",
    "worth": "changed points",
    "written": "typed points",
    "extension": "extension",
    "due": "changed due date",
    "came": "another time of handing in",
}
OTHERWISE = "late policy or late days"
BY_FILE = ("source", "verdict")


class Made(NamedTuple):
    """What counts of one submission, and what that is made of; all of it as JSON has it.

    Attributes
    ----------
    counted : float or None
        The points; None if they are not known.
    source, verdict, worth : str
        Digests of the file, of what its checks came to, and of what checks are worth.
    written : float or None
        The points typed for written answers; None if some are missing.
    extension, due, came : str
        Times, "" for none.
    """

    counted: float | None
    source: str = ""
    verdict: str = ""
    worth: str = ""
    written: float | None = 0
    extension: str = ""
    due: str = ""
    came: str = ""


def note_decisions(folder, made, now):
    """Write what has changed since the last time into ``decisions.csv``.

    Parameters
    ----------
    folder : path
        The folder of the grades.
    made : dict of (str, str) to Made
        By student and exercise.
    now : datetime
        The time to write.

    Raises
    ------
    BadTable
        If ``decisions.csv`` is not a table any more.
    """
    folder = Path(folder)
    before = _last_time(folder)
    rows = [
        _row(now, *place, before[place], each)
        for place, each in sorted(made.items())
        if place in before and before[place].counted != each.counted
    ]
    sheet = read_sheet(folder / FILE, COLUMNS)
    # A kill may have come between the two files.
    there = {(row.cells["student"], row.cells["exercise"]): _what(row.cells) for row in sheet.rows}
    sheet.add([row for row in rows if there.get((row["student"], row["exercise"])) != _what(row)])
    known = before | made
    lines = [[*place, *known[place]] for place in sorted(known)]
    if known != before:
        replace(folder / LAST_TIME, json.dumps(lines, indent=0))


def read_decisions(folder):
    """Return the rows of ``decisions.csv``, the latest first; none if it cannot be read."""
    try:
        rows = read_sheet(Path(folder) / FILE, COLUMNS).rows
    except BadTable:
        return []
    return [{name: row.cells[name] for name in COLUMNS} for row in reversed(rows)]


def _last_time(folder):
    """Return what was written the last time; nothing if that cannot be read."""
    try:
        lines = json.loads((folder / LAST_TIME).read_text(encoding="utf-8"))
        return {(student, exercise): Made(*each) for student, exercise, *each in lines}
    except (OSError, ValueError, TypeError, RecursionError):
        return {}


def _row(now, student, exercise, before, after):
    """Return the cells of one decision."""
    change = ""
    if None not in (before.counted, after.counted):
        change = f"{plain(given(after.counted) - given(before.counted)):+g}"
    cells = [now.isoformat(timespec="seconds"), cell_text(student), exercise]
    cells += [_points(before.counted), _points(after.counted), change, _why(before, after)]
    return dict(zip(COLUMNS, cells, strict=True))


def _why(before, after):
    """Return what has changed, in words."""
    changed = [name for name in REASONS if getattr(before, name) != getattr(after, name)]
    if changed[:2] == [*BY_FILE]:
        changed.remove("verdict")
    if "extension" in changed and "due" in changed:
        changed.remove("due")
    return ", ".join(REASONS[name] for name in changed) or OTHERWISE


def _points(points):
    return "unknown" if points is None else f"{points:g}"


def _what(cells):
    return tuple(cells[name] for name in ("before", "after", "why"))
