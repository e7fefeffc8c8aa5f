"""Find the written answers in a notebook, as text. Nothing in it is run."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace

from autograder.course.submissions.submission import BadSubmission
from autograder.course.written.attachments import pictures_in

# What stands in the cell until the student writes there.
PLACEHOLDER = "*Write your answer here.*"
BEGIN, END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"
MARKS = re.compile(f"({BEGIN}|{END})")
HEADING = re.compile(r"^#{1,6} +Question: (?P<title>.+) \(\d+ points?\)\s*$", re.MULTILINE)


# Where a notebook keeps the cells around its questions as they were handed out.
KEPT = "autograder"
SHOWN_WHOLE = "(The text of this cell was changed, so all of it is shown.)"


@dataclass(frozen=True)
class AnswerCell:
    """A cell of an answer.

    Attributes
    ----------
    kind : str
        ``markdown``, ``code`` or ``raw``.
    text : str
        What it says.
    pictures : tuple of (str, str)
        The name of each picture in it, and its address, which holds the picture itself.
    """

    kind: str
    text: str
    pictures: tuple[tuple[str, str], ...] = ()


def answers_in(source):
    """Return the answers in a notebook.

    An answer may also stand in the question's own cell, in the one that closes it, or in one with
    these: what was handed out there is known from the notebook.

    Parameters
    ----------
    source : bytes
        The file as it was handed in.

    Returns
    -------
    answers : dict of str to tuple of AnswerCell
        By the title of the question; without cells if nothing was written. A question that
        stands there twice has the cells of both.

    Raises
    ------
    BadSubmission
        If this is not a notebook; the message says why, as the end of a sentence.
    """
    notebook = _notebook_in(source)
    handed_out, answers, title = _handed_out_in(notebook), {}, None
    for cell in _cells_of(notebook):
        before, *parts = MARKS.split(cell.text)
        if title is not None:
            answers[title] += _kept(cell, before)
        for mark, text in zip(parts[::2], parts[1::2], strict=True):
            if mark == BEGIN:
                heading = HEADING.search(text)
                title = _plain(heading["title"]) if heading else None
            if title is not None:
                answers.setdefault(title, [])
                known = handed_out.get(title, {}).get(mark)
                answers[title] += _kept_around(cell, text, known)
            title = title if mark == BEGIN else None
    return {title: tuple(cells) for title, cells in answers.items()}


def handed_out(cells):
    """Return what stands around the questions of a notebook, for its metadata.

    Parameters
    ----------
    cells : iterable of str
        The cells as they are handed out.
    """
    found, title = {}, None
    for cell in cells:
        _, *parts = MARKS.split(cell)
        for mark, text in zip(parts[::2], parts[1::2], strict=True):
            if mark == BEGIN:
                title = _plain(HEADING.search(text)["title"])
            found.setdefault(title, {})[mark] = text.strip()
    return {"questions": found}


def _handed_out_in(notebook):
    """Return what stood around the questions, by their titles; nothing that is not text."""
    metadata = notebook.get("metadata")
    kept = metadata.get(KEPT) if isinstance(metadata, dict) else None
    questions = kept.get("questions") if isinstance(kept, dict) else None
    found = questions.items() if isinstance(questions, dict) else ()
    return {
        title: {mark: text for mark, text in texts.items() if isinstance(text, str)}
        for title, texts in found
        if isinstance(texts, dict)
    }


def _kept_around(cell, text, known):
    """Return as a list what a student wrote into a cell that was not empty when it was handed out.

    If it is not known what stood there, only what follows the placeholder is known to be theirs.
    """
    if known is None:
        return _kept(cell, text.partition(PLACEHOLDER)[2])
    text, known = (HEADING.sub("", each, count=1).strip() for each in (text, known))
    for one, other in ((text, known), (_plain(text), _plain(known))):
        before, found, after = one.partition(other)
        if found:
            return _kept(cell, f"{before.strip()}\n\n{after.strip()}")
    return [AnswerCell("raw", SHOWN_WHOLE), *_kept(cell, text)]


def _kept(cell, text):
    """Return a cell with a part of its text, as a list: empty if nothing was written there."""
    text = _written(text)
    return [replace(cell, text=text)] if text else []


def _notebook_in(source):
    """Return the notebook in a file, with a list of cells."""
    try:
        notebook = json.loads(source)
    except RecursionError as error:
        raise BadSubmission("it is nested too deeply") from error
    except ValueError as error:
        raise BadSubmission("it is not JSON") from error
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise BadSubmission("it has no cells")
    return notebook


def _cells_of(notebook):
    """Return the cells of a notebook, in order."""
    return [
        AnswerCell(str(cell.get("cell_type")), _text_of(cell), pictures_in(cell))
        for cell in notebook["cells"]
        if _is_cell(cell)
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
