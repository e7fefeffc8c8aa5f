"""Who a student is: what a learning-management system says beyond the name of a folder."""

from __future__ import annotations

import csv
import hashlib
import io
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, fields, replace
from pathlib import Path

from autograder import results

FILE = "identities.csv"
# What a file system, here or on another machine, does not take in a name.
NOT_IN_NAMES = set('<>:"/\\|?*')
# It marks what was made up, so that no name may hold it.
MARK = "~"
LONGEST_NAME = 120


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


def as_name(text):
    """Return text as the name of a folder, on any system.

    Examples
    --------
    >>> as_name("../a:b")
    '_a_b'
    >>> as_name(" . ")
    'unnamed'
    """
    text = unicodedata.normalize("NFC", text)
    kept = (
        "_"
        if c in NOT_IN_NAMES or c == MARK or unicodedata.category(c) in ("Cc", "Cf", "Cs")
        else c
        for c in text
    )
    name = "".join(kept).strip(" .")
    if len(name.encode()) > LONGEST_NAME:
        name = f"{name[: LONGEST_NAME // 4]}{MARK}{MARK}{digest(text)}"
    return name or "unnamed"


def digest(text, length=6):
    """Return a few characters that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:length]


def kept_apart(identities, tells_case=False):
    """Return a key for each identity, such that no two share one.

    Parameters
    ----------
    identities : iterable of Identity
        Students; one may occur several times.
    tells_case : bool
        Whether keys may differ in upper and lower case alone.

    Returns
    -------
    students : dict of Identity to str
        The key of each. Where two would share one, a few characters follow that depend on that
        student alone.
    notes : list of str
        A sentence for each key that was changed.
    """
    sharing = defaultdict(set)
    for each in identities:
        sharing[each.student if tells_case else each.student.casefold()].add(each)
    students, notes = {}, []
    for group in sharing.values():
        if len(group) == 1:
            students |= {each: each.student for each in group}
            continue
        length = 6
        while len({digest(repr(each), length) for each in group}) < len(group):
            length += 1
        for each in sorted(group, key=repr):
            students[each] = f"{each.student}{MARK}{digest(repr(each), length)}"
            known = ", ".join(filter(None, (each.name, each.id, each.email, each.source)))
            notes.append(
                f"{each.student}: {len(group)} students would have this name; the one known as "
                f"{known} is {students[each]}."
            )
    return students, notes


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
    known = sorted({replace(each, source="") for each in identities if each}, key=repr)
    if not any(each.tells_more for each in known):
        path.unlink(missing_ok=True)
        return
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([results.harmless(getattr(each, c)) for c in COLUMNS] for each in known)
    results.replace(path, table.getvalue())


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
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(results.FORMULA_STARTS) else cell
