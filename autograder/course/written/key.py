"""``written-key.csv``: whose answer is whose, apart from the table that a grader works on."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass, fields

from autograder.course.csv_cells import BadTable
from autograder.course.written.sheets import read_sheet
from autograder.files import cell_text, replace, table_text

NAME = "written-key.csv"
# No vowels, so that no words come out, and nothing that a spreadsheet takes for a number or a date.
LETTERS = "bcdfghjkmnpqrstvwxz"


@dataclass(frozen=True)
class Entry:
    """A row of the key.

    Attributes
    ----------
    answer : str
        What it is called if no names are shown: three times three letters.
    exercise, question : str
        What it answers, by their names.
    student : str
        Whose it is, as `files.cell_text` writes it.
    text : str
        A digest of the answer: the newest, or the one that was there when points were typed.
    """

    answer: str
    exercise: str
    question: str
    student: str
    text: str

    @property
    def of(self):
        """What the entry is about."""
        return self.student, self.exercise, self.question


COLUMNS = tuple(field.name for field in fields(Entry))


def read_key(folder):
    """Return the entries of the key; none if there is no key.

    Raises
    ------
    BadTable
        If the file is not what was written.
    """
    entries, seen = [], set()
    for row in read_sheet(folder / NAME, COLUMNS).rows:
        entry = Entry(*(row.cells[name] for name in COLUMNS))
        if {entry.answer, entry.of} & seen:
            raise BadTable(f"{NAME}, line {row.line}: the answer {entry.answer} was there before.")
        seen |= {entry.answer, entry.of}
        entries.append(entry)
    return entries


def write_key(folder, entries):
    """Write the key, if it changes, sorted by question and label."""
    rows = sorted(entries, key=lambda each: (each.exercise, each.question, each.answer))
    text, path = table_text(COLUMNS, map(astuple, rows)), folder / NAME
    if not path.exists() or path.read_bytes() != text.encode():
        replace(path, text)


def label_for(seed, student, question, taken):
    """Return a label for an answer that says nothing about its author, and is not taken.

    Parameters
    ----------
    seed : int or str
        The course's seed.
    student : str
        The student's name.
    question : WrittenQuestion
        What is answered: the same student has another label there than elsewhere.
    taken : container of str
        Labels that are taken.

    Examples
    --------
    >>> from autograder.course.written.questions import WrittenQuestion
    >>> label_for("course", "a", WrittenQuestion("tophat", "Why?", 3), ())
    'qxf-zsr-vxc'
    """
    attempt = 0
    while True:
        parts = f"{seed}/{cell_text(student)}/{question.exercise}/{question.name}/{attempt}"
        number = int.from_bytes(hashlib.sha256(parts.encode()).digest(), "big")
        letters = [LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(9)]
        found = "-".join("".join(letters[start : start + 3]) for start in (0, 3, 6))
        if found not in taken:
            return found
        attempt += 1
