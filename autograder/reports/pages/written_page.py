"""``written/<exercise>-<question>.html``: all answers to one question, without names."""

from __future__ import annotations

from dataclasses import asdict

from autograder.course.written.rubrics import read_rubrics
from autograder.course.written.typed import NAME
from autograder.files import replace
from autograder.reports.pages.markdown import rendered
from autograder.reports.pages.templating import fingerprint, is_made_from, templates


def write_written_pages(out, asked, rubrics, notes):
    """Write a page for each question.

    Parameters
    ----------
    out : Path
        The folder of the results.
    asked : list of Asked
        The questions, with labelled answers.
    rubrics : path
        The folder of the rubrics.
    notes : list of str
        Gets a sentence for each rubric that belongs to another version of the question.
    """
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
            replace(path, _written_page(each, rubric, made_from))


def _written_page(asked, rubric, made_from=""):
    """Return the page on a question, as HTML.

    Parameters
    ----------
    asked : Asked
        The question, with labelled answers.
    rubric : Rubric or None
        What to look for, if it is known.
    made_from : str
        A digest of all this, for the head of the page.
    """
    template = templates().get_template("written.html")
    return template.render(
        asked=asked, rubric=rubric, rendered=rendered, table=NAME, made_from=made_from
    )
