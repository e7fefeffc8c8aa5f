"""``written.csv``: the points that a person has typed for written answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from autograder.authoring.exercise import Declaration
from autograder.course.identities import as_written
from autograder.course.written.key import NAME as KEY
from autograder.course.written.questions import WrittenQuestion, questions_of

NAME = "written.csv"
COLUMNS = ("answer", "exercise", "question", "possible", "points", "comment")
GONE = f"{NAME} is gone, and with it the points that were typed there."
NUMBER = re.compile(r"[0-9]{1,4}([.,][0-9]{1,4})?")


class UnusableRow(Exception):
    """A row whose points cannot be counted; the message says why, as the end of a sentence."""


@dataclass(frozen=True)
class TypedPoints:
    """What an answer was given: its points, and a comment or ""."""

    question: WrittenQuestion
    points: Decimal
    comment: str

    @property
    def row(self):
        """All of it as text."""
        return self.question.title, str(self.points), str(self.question.possible), self.comment


@dataclass
class Typed:
    """All typed points of a class.

    Attributes
    ----------
    declarations : dict of str to Declaration
        The exercises, with their questions.
    notes : list of str
        A sentence for each row that could not be used.
    """

    declarations: dict[str, Declaration] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    _points: dict[tuple[str, str], list[TypedPoints]] = field(default_factory=dict)
    _unread: set[tuple[str, str]] = field(default_factory=set)

    def add(self, entry, points):
        """Add the points for the answer of an `Entry` of the key."""
        self._points.setdefault((entry.student, entry.exercise), []).append(points)

    def wait_for(self, entry):
        """Note that the answer of an `Entry` has no points yet, and so the sum is not known."""
        self._unread.add((entry.student, entry.exercise))

    def of(self, student, exercise):
        """Return the `TypedPoints` of a student in an exercise, in the order of the questions.

        The student is named as in the tables, as `files.cell_text` gives the name.
        """
        found = self._points.get((student, exercise), [])
        titles = list(self.declarations[exercise].questions) if found else []
        return sorted(found, key=lambda each: titles.index(each.question.title))

    def total(self, student, exercise):
        """Return the sum of a student's points in an exercise so far; the student as in `of`."""
        return sum_of(each.points for each in self.of(student, exercise))

    def total_or_blank(self, student, exercise):
        """Return the sum as `total` does, or "" while an answer of the student's has no points."""
        return "" if (student, exercise) in self._unread else self.total(student, exercise)

    def possible(self):
        """Return the points possible for written answers, of exercises with any, read or not."""
        exercises = sorted({exercise for _, exercise in (*self._points, *self._unread)})
        exercises = [each for each in exercises if each in self.declarations]
        return {name: sum(self.declarations[name].questions.values()) for name in exercises}


def typed_points(sheet, entries, declarations):
    """Return the points that stand in ``written.csv``.

    Parameters
    ----------
    sheet : Sheet
        The table.
    entries : list of Entry
        The key: whose answers they are.
    declarations : dict of str to Declaration
        The exercises, with their questions.
    """
    typed = Typed(declarations)
    key = {entry.answer: entry for entry in entries}
    if key and not sheet.text:
        typed.notes.append(f"{GONE} Put it back, or run `grade` to create it again.")
    lines, counted = {}, set()
    filled = [row for row in sheet.rows if row.cells["points"].strip()]
    for row in filled:
        try:
            entry = entry_of(row, key)
            if entry.answer in lines:
                raise UnusableRow(f"line {lines[entry.answer]} has points for this answer already")
            lines[entry.answer] = row.line
            typed.add(entry, points_in(row, entry, declarations))
            counted.add(entry.answer)
        except UnusableRow as error:
            typed.notes.append(f"{NAME}, line {row.line}: {error}. These points are not counted.")
    for answer in key.keys() - counted:
        typed.wait_for(key[answer])
    if 0 < len(filled) < len(sheet.rows):
        left = len(sheet.rows) - len(filled)
        typed.notes.append(f"{NAME}: {left} of {len(sheet.rows)} answers have no points yet.")
    return typed


def entry_of(row, key):
    """Return the `Entry` that a row is about, of a key by the labels of the answers.

    Raises
    ------
    UnusableRow
        If it is about none.
    """
    if not row.has_every_cell:
        raise UnusableRow(
            "it has more cells than there are columns; put text with commas in quotes"
        )
    answer = row.cells["answer"].strip()
    if answer not in key:
        raise UnusableRow(f"there is no answer {answer[:40]!r} in {KEY}")
    entry = key[answer]
    named = row.cells["exercise"].strip(), row.cells["question"].strip()
    if named != (entry.exercise, entry.question):
        raise UnusableRow(
            f"the answer {answer} belongs to {entry.exercise}, {entry.question}, "
            f"and not to {', '.join(named)[:80]}"
        )
    return entry


def points_in(row, entry, declarations):
    """Return the `TypedPoints` in a row; UnusableRow if they are out of range or no number."""
    question = _question_named(entry, declarations)
    text = row.cells["points"].strip()
    points = Decimal(text.replace(",", ".")) if NUMBER.fullmatch(text) else None
    if points is None or points > question.possible:
        raise UnusableRow(
            f"the points should be a number from 0 to {question.possible}, not {text[:40]!r}"
        )
    return TypedPoints(question, points, as_written(row.cells["comment"].strip()))


def _question_named(entry, declarations):
    """Return the `WrittenQuestion` that an entry of the key names."""
    try:
        questions = questions_of(declarations[entry.exercise])
        return next(each for each in questions if each.name == entry.question)
    except (KeyError, StopIteration) as error:
        raise UnusableRow(f"{entry.exercise} has no question {entry.question[:40]!r}") from error


def sum_of(points):
    """Return the sum of points, as an int if it is whole."""
    total = sum(points, Decimal(0))
    return int(total) if total == int(total) else total.normalize()
