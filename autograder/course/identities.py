"""Who a student is: what a learning-management system says beyond the name of a folder."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from autograder.files import FORMULA_STARTS, cell_text, replace, table_text

FILE = "identities.csv"


@dataclass(frozen=True)
class Identity:
    """One student, as a folder of submissions names them.

    Attributes
    ----------
    student : str
        The key: the column `student` of ``grades.csv`` and the name of the folder of results.
    name, id, email : str
        What else is known, or "".
    source : str
        What tells two students apart of whom all else is the same, such as the folder's name.
    system : str
        What system says so, or "".
    account : str
        The user name there, or "".
    """

    student: str
    name: str = ""
    id: str = ""
    email: str = ""
    source: str = ""
    system: str = ""
    account: str = ""

    @property
    def tells_more(self):
        """Whether more is known than the key."""
        return bool(self.name or self.id or self.email)

    @property
    def is_numbered_anew(self):
        """Whether the system gives people new numbers in each assignment, as Moodle does."""
        return self.system == "Moodle"

    @property
    def claims(self):
        """What tells who it is: who shares one of these is the same person.

        Names are none of them, since two people may have the same.
        """
        number = "number" if self.is_numbered_anew else "id"
        claims = {
            (self.system, number): self.id,
            (self.system, "account"): self.account,
            ("", "e-mail"): self.email.casefold(),
        }
        found = {kind: normalize("NFC", value) for kind, value in claims.items() if value}
        return found or {(self.system, "source"): self.source or self.student}


COLUMNS = ("student", "name", "id", "email")


def write_identities(folder, identities, moments=None):
    """Write ``identities.csv``, if more is known of students than their key; else remove it.

    For each exercise of which a system says it there are columns such as `tophat time`, in UTC, and
    `tophat late`, in the system's words.

    Parameters
    ----------
    folder : path
        The folder that holds ``grades.csv``.
    identities : iterable of Identity or None
        The students.
    moments : dict of (str, str) to (str, str), optional
        By student and exercise, when it was handed in and whether late, or "".
    """
    path = Path(folder) / FILE
    known = {tuple(getattr(each, name) for name in COLUMNS) for each in identities if each}
    times, columns = _times(moments or {})
    if not any(any(rest) for _, *rest in known) and not columns:
        path.unlink(missing_ok=True)
        return
    rows = ([*row, *(times.get((row[0], name), "") for name in columns)] for row in sorted(known))
    replace(path, table_text([*COLUMNS, *columns], (map(cell_text, row) for row in rows)))


def _times(moments):
    """Return cells by student and column, and the names of the columns, sorted."""
    cells = {}
    for (student, exercise), told in moments.items():
        for what, text in zip(("time", "late"), told, strict=True):
            if text:
                cells[student, f"{exercise} {what}"] = text
    return cells, sorted({column for _, column in cells})


def read_identities(folder):
    """Return the identities in a folder of results, by key; none if grading left no file."""
    path = Path(folder) / FILE
    if not path.exists():
        return {}
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [Identity(*(as_written(row.get(column) or "") for column in COLUMNS)) for row in rows]
    return {each.student: each for each in found}


def as_written(cell):
    """Return a cell without the mark that keeps a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell
