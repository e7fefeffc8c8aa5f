"""The written answers of a class: pages to read, and a table to type points into."""

from __future__ import annotations

from pathlib import Path

from autograder.course.csv_cells import BadTable
from autograder.course.written.gather import gather
from autograder.course.written.labelling import label_answers
from autograder.reports.pages.written_page import write_written_pages


def collect(out, submissions, seed, rubrics):
    """Write ``written/``, ``written.csv`` and ``written-key.csv`` for the answers of a class.

    What was typed stays as it is: the table is only added to.

    Parameters
    ----------
    out : path
        The folder of the results.
    submissions : list of Submission
        The class.
    seed : int or str
        The course's seed, from which answers get their labels.
    rubrics : path
        The folder of the rubrics, if there is one.

    Returns
    -------
    notes : list of str
        A sentence for each thing that the instructor should know.
    """
    out, notes = Path(out), []
    asked = gather(out, submissions, notes)
    try:
        label_answers(out, asked, seed, notes)
    except BadTable as error:
        return [*notes, f"{error} Until it is mended, nothing is done about written answers."]
    write_written_pages(out, asked, rubrics, notes)
    return notes
