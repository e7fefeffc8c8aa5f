"""What each submission answers, kept in ``answers/`` so that an unchanged one is read only once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from autograder.course.submissions.submission import BadSubmission
from autograder.course.written.answers import AnswerCell, answers_in
from autograder.files import replace

# Longer answers are cut: no question asks for a tenth of it.
LONGEST = 20_000


@dataclass(frozen=True)
class _HandedIn:
    """The written part of one submission.

    Attributes
    ----------
    student, exercise : str
        Whose it is, and what for.
    answers : dict of str to tuple of AnswerCell
        By the title of the question, as `answers_in` returns them.
    problem : str
        Why there are none, as the end of a sentence, or "".
    """

    student: str
    exercise: str
    answers: dict[str, tuple[AnswerCell, ...]]
    problem: str = ""


def handed_in(folder, submission):
    """Return what a submission answers, from ``answers/`` below `folder` if it has not changed."""
    if submission.problem:
        return _without_answers(submission)
    kept = _kept_in(_path(folder, submission))
    if kept.get("file") != submission.digest:
        source = submission.read()
        if source.problem:
            return _without_answers(submission)
        kept = keep_answers(folder, submission, source)
    answers = {
        title: tuple(_cell_of(*cell) for cell in cells) for title, cells in kept["answers"].items()
    }
    return _HandedIn(submission.student, submission.exercise, answers, kept["problem"])


def keep_answers(folder, submission, source):
    """Keep what a submission answers in ``answers/`` below `folder`; return that.

    Parameters
    ----------
    folder : path
        The folder of the results.
    submission : Submission
        A notebook.
    source : Source
        What it holds.
    """
    kept = {"file": source.digest, **_found_in(source.content)}
    text = json.dumps(kept, indent=1, ensure_ascii=True) + "\n"
    replace(_path(folder, submission), text, sync=False)
    return kept


def _path(folder, submission):
    return Path(folder) / "answers" / submission.student / f"{submission.exercise}.json"


def _without_answers(submission):
    return _HandedIn(submission.student, submission.exercise, {}, submission.problem)


def _kept_in(path):
    """Return what a file below ``answers/`` holds; nothing if it cannot be used."""
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    is_whole = isinstance(kept, dict) and {"file", "answers", "problem"} <= kept.keys()
    return kept if is_whole else {}


def _found_in(content):
    """Return the answers in a notebook, as JSON holds them, and why there are none."""
    try:
        answers = answers_in(content)
    except BadSubmission as error:
        return {"answers": {}, "problem": str(error)}
    cells = {
        title: [[c.kind, c.text, c.pictures] for c in _cut(cells)]
        for title, cells in answers.items()
    }
    return {"answers": cells, "problem": ""}


def _cell_of(kind, text, pictures=()):
    """Return an `AnswerCell` from JSON, in which there are no tuples."""
    return AnswerCell(kind, text, tuple(map(tuple, pictures)))


def _cut(cells):
    """Return the cells of an answer up to a bounded length, and a sentence if it was longer."""
    kept, left = [], LONGEST
    for cell in cells:
        if len(cell.text) > left:
            kept += [
                AnswerCell(cell.kind, cell.text[:left], cell.pictures),
                AnswerCell("raw", "(The rest was cut off.)"),
            ]
            break
        kept.append(cell)
        left -= len(cell.text)
    return kept
