"""A written question, and what a class has answered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from autograder.course.written.answers import Cell
from autograder.course.written.questions import Question
from autograder.files import cell_text


@dataclass(frozen=True)
class Answer:
    """One answer.

    Attributes
    ----------
    question : Question
        What it answers.
    student : str
        Whose it is.
    cells : tuple of Cell
        What it says.
    label : str
        What it is called where no names are; "" before it has one.
    has_changed : bool
        Whether it said something else when points were typed for it.
    """

    question: Question
    student: str
    cells: tuple[Cell, ...]
    label: str = ""
    has_changed: bool = False

    @property
    def digest(self):
        """A digest of what it says; it starts with a letter, lest a spreadsheet see a number."""
        text = "\n".join(f"{cell.kind}\n{cell.text}" for cell in self.cells)
        return f"t{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"


@dataclass
class Asked:
    """A question, with what came in.

    Attributes
    ----------
    question : Question
        The question.
    answers : list of Answer
        Those that say something.
    unanswered, missing : list of str
        Students who wrote nothing, and those in whose notebook the question does not stand.
    """

    question: Question
    answers: list[Answer] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def about(student, question):
    """Return what tells an answer from all others of a class, as `Entry.of` has it."""
    return cell_text(student), question.exercise, question.name
