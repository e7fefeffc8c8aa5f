"""Gather what a class has answered, question by question."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from autograder.course.written.answers import AnswerCell
from autograder.course.written.kept_answers import handed_in
from autograder.course.written.questions import WrittenQuestion, questions_of
from autograder.files import cell_text

# So many names stand in a note.
MOST_NAMES = 5


@dataclass(frozen=True)
class _Answer:
    """One answer.

    Attributes
    ----------
    question : WrittenQuestion
        What it answers.
    student : str
        Whose it is.
    cells : tuple of AnswerCell
        What it says.
    label : str
        What it is called if no names are shown; "" before it has one.
    has_changed : bool
        Whether it said something else when points were typed for it.
    """

    question: WrittenQuestion
    student: str
    cells: tuple[AnswerCell, ...]
    label: str = ""
    has_changed: bool = False

    @property
    def digest(self):
        """A digest of what it says; it starts with a letter, lest a spreadsheet see a number."""
        parts = ([cell.kind, cell.text, *map(str, cell.pictures)] for cell in self.cells)
        text = "\n".join(line for part in parts for line in part)
        return f"t{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"

    @property
    def folded(self):
        """What it says with single spaces; answers that have this in common are equal."""
        return tuple((cell.kind, " ".join(cell.text.split()), cell.pictures) for cell in self.cells)


@dataclass
class _Asked:
    """A question, with what came in.

    Attributes
    ----------
    question : WrittenQuestion
        The question.
    answers : list of Answer
        Those that say something.
    unanswered, missing : list of str
        Students who wrote nothing, and those in whose notebook the question does not stand.
    """

    question: WrittenQuestion
    answers: list[_Answer] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def entry_key(student, question):
    """Return what tells an answer from all others of a class, as `Entry.of` has it."""
    return cell_text(student), question.exercise, question.name


def gather(out, submissions, declarations):
    """Return what a class has answered.

    Parameters
    ----------
    out : path
        The folder of the results, where answers are kept.
    submissions : list of Submission
        The class.
    declarations : dict of str to Declaration
        The exercises, with their questions.

    Returns
    -------
    asked : list of Asked
        One for each question of an exercise for which a notebook was handed in.
    notes : list of str
        A sentence for each thing that the instructor should know.
    """
    asked, notes, scripts = [], [], []
    for name in sorted({each.exercise for each in submissions}):
        questions = questions_of(declarations[name])
        if questions:
            own = [each for each in submissions if each.exercise == name]
            scripts += [f"{each.student} ({name})" for each in own if each.kind == ".py"]
            notebooks, more = _notebooks_among(own, out)
            notes += more
            asked += [_sorted_out(question, notebooks) for question in questions if notebooks]
    if scripts:
        notes.append(f"Scripts hold no written answers: {_some(scripts)}.")
    for each in asked:
        if each.missing:
            question = f"{each.question.exercise}, {each.question.title!r}"
            notes.append(f"{question}: not in the notebook of {_some(each.missing)}.")
    return asked, notes


def _notebooks_among(submissions, out):
    """Return what the notebooks among the submissions to one exercise answer, and notes."""
    found, notes = [], []
    for each in submissions:
        if each.kind == ".ipynb":
            notebook = handed_in(out, each)
            if notebook.problem:
                name = f"{each.student}/{each.exercise}"
                notes.append(f"{name}: the written answers cannot be read: {notebook.problem}.")
            else:
                found.append(notebook)
    return found, notes


def _sorted_out(question, notebooks):
    """Return what came in for one question."""
    asked = _Asked(question)
    for each in notebooks:
        cells = each.answers.get(question.title)
        if cells is None:
            asked.missing.append(each.student)
        elif cells:
            asked.answers.append(_Answer(question, each.student, cells))
        else:
            asked.unanswered.append(each.student)
    return asked


def _some(names):
    """Return the first of some names, and how many more there are."""
    shown = ", ".join(sorted(names)[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return shown if more <= 0 else f"{shown} and {more} more"
