"""Match the rows of a gradebook to students, and match no row where that is not certain."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Matches:
    """What came of matching.

    Attributes
    ----------
    pairs : dict of int to str
        For each row the student whose it is.
    ambiguous : list of tuple
        Rows (list of int) and students (list of str) of one key: nobody knows whose is which.
    rows : list of int
        Rows that are nobody's.
    students : list of str
        Students without a row.
    """

    pairs: dict[int, str] = field(default_factory=dict)
    ambiguous: list[tuple[list[int], list[str]]] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    students: list[str] = field(default_factory=list)


def matches(rows, students):
    """Match rows to students by their keys.

    Keys match that are the same, or else that differ in spaces and in upper and lower case alone.
    Neither is a match where another row or another student has the key as well.

    Parameters
    ----------
    rows : dict of int to str
        The key of each row.
    students : dict of str to str
        The key of each student.

    Returns
    -------
    found : Matches

    Examples
    --------
    >>> matches({1: "Ada", 2: "ada", 3: "BEN "}, {"a": "ada", "b": "ben"}).pairs
    {2: 'a', 3: 'b'}
    """
    found, rows_left, students_left = Matches(), dict(rows), dict(students)
    for alike in (str, folded):
        by_key = grouped(rows, alike), grouped(students, alike)
        for key in sorted(by_key[0].keys() & by_key[1].keys()):
            row_group, student_group = by_key[0][key], by_key[1][key]
            left = (
                [row for row in row_group if row in rows_left],
                [student for student in student_group if student in students_left],
            )
            if not all(left):
                continue
            if len(row_group) == len(student_group) == 1:
                found.pairs[row_group[0]] = student_group[0]
            else:
                found.ambiguous.append(left)
            for row in left[0]:
                del rows_left[row]
            for student in left[1]:
                del students_left[student]
    found.rows, found.students = list(rows_left), list(students_left)
    return found


def grouped(keys, alike):
    """Return what has the same key, by what of the key is compared."""
    groups = defaultdict(list)
    for each, key in keys.items():
        groups[alike(key)].append(each)
    return groups


def folded(text):
    """Return text without what often differs between two systems: upper case, and spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
