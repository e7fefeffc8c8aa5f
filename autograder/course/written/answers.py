"""Find the written answers in a notebook, as text. Nothing in it is run."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from autograder.course.submissions.submission import BadSubmission

# What stands in the cell until the student writes there.
PLACEHOLDER = "*Write your answer here.*"
BEGIN, END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"
HEADING = re.compile(r"^#{1,6} +Question: (?P<title>.+) \(\d+ points?\)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class AnswerCell:
    """A cell of an answer: its kind (``markdown``, ``code`` or ``raw``) and its text."""

    kind: str
    text: str


def answers_in(source):
    """Return the answers in a notebook.

    Parameters
    ----------
    source : bytes
        The file as it was handed in.

    Returns
    -------
    answers : dict of str to tuple of AnswerCell
        By the title of the question; without cells where nothing was written. A question that
        stands there twice has the cells of both.

    Raises
    ------
    BadSubmission
        If this is no notebook; the message says why, as the end of a sentence.
    """
    answers, title = {}, None
    for cell in _cells_of(source):
        if BEGIN in cell.text:
            heading = HEADING.search(cell.text)
            title = _plain(heading["title"]) if heading else None
            if title is not None:
                answers.setdefault(title, [])
        elif END in cell.text:
            title = None
        elif title is not None and _written(cell.text):
            answers[title].append(AnswerCell(cell.kind, _written(cell.text)))
    return {title: tuple(cells) for title, cells in answers.items()}


def _cells_of(source):
    """Return the cells of a notebook, in order."""
    try:
        notebook = json.loads(source)
    except RecursionError as error:
        raise BadSubmission("it is nested too deeply") from error
    except ValueError as error:
        raise BadSubmission("it is not JSON") from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise BadSubmission("it has no cells")
    return [
        AnswerCell(str(cell.get("cell_type")), _text_of(cell)) for cell in cells if _is_cell(cell)
    ]


def _is_cell(value):
    """Return whether something in a notebook is a cell at all."""
    return isinstance(value, dict) and isinstance(value.get("source"), str | list)


def _text_of(cell):
    """Return a cell's text, which stands in the file as a string or as a list of lines."""
    source = cell["source"]
    lines = [source] if isinstance(source, str) else source
    return "".join(line for line in lines if isinstance(line, str))


def _written(text):
    """Return what a student wrote into a cell: its text without the placeholder."""
    return text.strip().removeprefix(PLACEHOLDER).strip()


def _plain(title):
    """Return a title with single spaces, so that reformatting a notebook does not change it."""
    return " ".join(title.split())
