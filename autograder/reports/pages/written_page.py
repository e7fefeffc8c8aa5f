"""``written/<exercise>-<question>.html``: all answers to one question, without names."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import asdict

from markupsafe import Markup

from autograder.course.written.rubrics import read_rubrics
from autograder.course.written.typed import NAME
from autograder.files import replace
from autograder.reports.pages.markdown import rendered
from autograder.reports.pages.marking import show_typed, typed_on_page
from autograder.reports.pages.templating import TEMPLATES, fingerprint, is_made_from, templates


def write_written_pages(out, asked, rubrics, tables, notes):
    """Write a page for each question.

    Parameters
    ----------
    out : Path
        The folder of the results.
    asked : list of Asked
        The questions, with labelled answers.
    rubrics : path
        The folder of the rubrics.
    tables : WrittenTables
        The points that were typed.
    notes : list of str
        Gets a sentence for each rubric that belongs to another version of the question.
    """
    sheet, entries = tables.read()
    for each in asked:
        question = each.question
        rubric = read_rubrics(rubrics, question.exercise).get(question.title)
        if rubric is not None and rubric.points != question.possible:
            notes.append(
                f"The rubric of {question.exercise}, {question.title!r}, is for {rubric.points} "
                f"points, and the question gives {question.possible}: build it again."
            )
        path = out / "written" / f"{question.exercise}-{question.name}.html"
        made_from = fingerprint(asdict(each), rubric and asdict(rubric))
        if not is_made_from(path, made_from):
            known = typed_on_page(each, sheet, entries)
            replace(path, _written_page(each, rubric, known, made_from))
    show_typed(out, sheet, entries)


def _written_page(asked, rubric, known, made_from=""):
    """Return the page on a question, as HTML.

    Parameters
    ----------
    asked : Asked
        The question, with labelled answers.
    rubric : Rubric or None
        What to look for, if it is known.
    known : Markup
        What the page knows of points.
    made_from : str
        A digest of all this, for the head of the page.
    """
    script = (TEMPLATES / "written.js").read_text(encoding="utf-8")
    return (
        templates()
        .get_template("written.html")
        .render(
            asked=asked,
            groups=_equal_ones(asked.answers),
            rubric=rubric,
            rendered=rendered,
            table=NAME,
            known=known,
            script=Markup(script),
            script_digest=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
            made_from=made_from,
        )
    )


def _equal_ones(answers):
    """Return the answers in groups of those that say the same, in the order of the first ones."""
    groups = {}
    for answer in answers:
        groups.setdefault(answer.folded, []).append(answer)
    return list(groups.values())
