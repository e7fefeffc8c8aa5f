"""Match the rows of a gradebook to students, and match no row if that is not certain."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

# "Participant 1001", "Teilnehmer/in1001": what Moodle calls those whose names it hides.
PARTICIPANT = re.compile(r"([^\W\d_][^\d@_]*?)\s*(\d+)")


@dataclass
class Matches:
    """The result of matching.

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

    Keys match that are the same, or else that differ in spaces and in upper and lower case alone,
    or in the ``#`` that Brightspace puts before a number, or in the language in which Moodle says
    "Participant 1001". None is a match where another row or another student has the key as well.

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
    for row_group, student_group in _groups(rows, students):
        some_rows = [each for each in row_group if each in rows_left]
        some_students = [each for each in student_group if each in students_left]
        if not some_rows or not some_students:
            continue
        if len(row_group) == len(student_group) == 1:
            found.pairs[row_group[0]] = student_group[0]
        else:
            found.ambiguous.append((some_rows, some_students))
        for row in some_rows:
            del rows_left[row]
        for student in some_students:
            del students_left[student]
    found.rows, found.students = list(rows_left), list(students_left)
    return found


def _groups(rows, students):
    """Yield the rows and the students of one key, first of one that is the same for all of them."""
    pairs = [(rows, students, alike) for alike in (str, folded, _without_mark)]
    pairs.append((_participants(rows), _participants(students, {"participant"}), str))
    for of_rows, of_students, alike in pairs:
        by_row, by_student = _grouped(of_rows, alike), _grouped(of_students, alike)
        for key in sorted(by_row.keys() & by_student.keys()):
            yield by_row[key], by_student[key]


def _without_mark(key):
    return folded(key).removeprefix("#")


def _participants(keys, words=()):
    """Return the numbers in keys such as "Participant 1001", if all say so in one word.

    Parameters
    ----------
    keys : dict
        The keys.
    words : set of str
        The word that it must be; by default any that does not look like a user's name.
    """
    found = {each: PARTICIPANT.fullmatch(key.strip()) for each, key in keys.items()}
    found = {each: match for each, match in found.items() if match}
    said = {match[1].strip() for match in found.values()}
    is_one = len(said) == 1 and not min(said)[0].islower() and len(min(said)) > 1
    if not is_one or (words and folded(min(said)) not in words):
        return {}
    return {each: match[2] for each, match in found.items()}


def _grouped(keys, alike):
    """Return what has the same key, by what of the key is compared."""
    groups = defaultdict(list)
    for each, key in keys.items():
        groups[alike(key)].append(each)
    return groups


def folded(text):
    """Return text without what often differs between two systems: upper case, and spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
