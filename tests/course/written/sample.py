"""Notebooks as students hand them in: the built one, with something in its answer cells."""

from __future__ import annotations

import json
from pathlib import Path

from autograder.course.submissions.submission import Submission

ASSIGNMENTS = Path(__file__).parents[3] / "assignments"
ANSWER_CELL = "otter_answer_cell"


def notebook(exercise="convolution", answers=()):
    """The built notebook as a dict, with these answers in its answer cells; None leaves one."""
    built = json.loads((ASSIGNMENTS / exercise / f"{exercise}.ipynb").read_text(encoding="utf-8"))
    for cell, answer in zip(answer_cells(built), answers, strict=False):
        if answer is not None:
            cell["source"] = answer.splitlines(keepends=True)
    return built


def answer_cells(built):
    """The Markdown cells that students answer in."""
    return [
        cell
        for cell in built["cells"]
        if cell["cell_type"] == "markdown" and ANSWER_CELL in cell["metadata"].get("tags", [])
    ]


def hand_in(folder, student, answers=(), exercise="convolution"):
    """Write a submission with these answers below a folder; return it."""
    path = folder / student / f"{exercise}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook(exercise, answers)), encoding="utf-8")
    return Submission(student, exercise, path)
