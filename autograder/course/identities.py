"""Who a student is: what a learning-management system says beyond the name of a folder."""

from __future__ import annotations

import csv
import dataclasses
from dataclasses import dataclass, fields
from pathlib import Path

from autograder.files import FORMULA_STARTS, cell_text, replace, table_text

FILE = "identities.csv"


@dataclass(frozen=True)
class Identity:
    """One student, as a folder of submissions tells of them.

    Attributes
    ----------
    student : str
        The key: the column `student` of ``grades.csv`` and the name of the folder of results.
    name, id, email : str
        What else is known, or "".
    source : str
        What tells two students apart of whom all else is the same, such as the folder's name.
    """

    student: str
    name: str = ""
    id: str = ""
    email: str = ""
    source: str = ""

    @property
    def tells_more(self):
        """Whether more is known than the key."""
        return bool(self.name or self.id or self.email)


COLUMNS = tuple(field.name for field in fields(Identity) if field.name != "source")


def write_identities(folder, identities):
    """Write ``identities.csv``, where more is known of students than their key; else remove it.

    Parameters
    ----------
    folder : path
        The folder that holds ``grades.csv``.
    identities : iterable of Identity or None
        The students.
    """
    path = Path(folder) / FILE
    known = sorted({dataclasses.replace(each, source="") for each in identities if each}, key=repr)
    if not any(each.tells_more for each in known):
        path.unlink(missing_ok=True)
        return
    rows = ([cell_text(getattr(each, name)) for name in COLUMNS] for each in known)
    replace(path, table_text(COLUMNS, rows))


def read_identities(folder):
    """Return the identities in a folder of results, by key; none where grading left no file."""
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
