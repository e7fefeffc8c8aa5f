"""The notebook that students receive, made by Otter Assign, the same on every run."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path

import nbformat

from autograder.course.written.answers import KEPT, handed_out
from autograder.notebooks.handout import BuildError, functions_of
from autograder.notebooks.otter_tests import by_function, notebook_test

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from otter import assign


SUBMISSION = """\
## Submission

Run all cells from the top, then the cell below. It saves this notebook if it can, and packs it into
a zip file. Hand in this file. The cell also checks the file, and says how many points it has.

`autograder check {name}.ipynb` in a terminal runs the same checks on the saved notebook."""
EXPORT = "grader.export()"


def student_notebook(exercise, master, parts, first):
    """Run Otter Assign on a master notebook and return the source of the students' one.

    Parameters
    ----------
    exercise : Exercise
        Its name becomes that of the notebook's file.
    master : NotebookNode
        From `master_notebook`.
    parts : list
        The handout, from `read_handout`.
    first : str
        The first cell.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{exercise.name}.ipynb")
        nbformat.write(master, source)
        # As `python -m otter assign` this takes 5 s of processor time, most of them for imports.
        assign.main(str(source), str(Path(folder, "out")), no_pdfs=True, no_run_tests=True)
        notebook = nbformat.read(Path(folder, "out", "student", source.name), as_version=4)
    _put_in_tests(notebook, exercise, functions_of(parts))
    _put_in_our_cells(notebook, exercise, first)
    notebook.metadata[KEPT] = handed_out(cell.source for cell in notebook.cells)
    _name_cells(notebook, exercise.name)
    return nbformat.writes(notebook) + "\n"


def _put_in_tests(notebook, exercise, order):
    """Give every check its name: Otter Assign calls test cases ``convolve2d - 1`` and so on."""
    tests = notebook.metadata.otter.tests
    for name, checks in by_function(exercise, order).items():
        if checks:
            tests[name] = notebook_test(exercise, name, checks)


def _put_in_our_cells(notebook, exercise, first):
    """Let our own grader take the place of Otter's, which reads files to check.

    The first cell may be mended, if it does not work somewhere.
    """
    initialise, *_, about, export = (
        cell for cell in notebook.cells if cell.metadata.get("editable") is False
    )
    if "otter.Notebook" not in initialise.source or "grader.export" not in export.source:
        raise BuildError("Otter Assign made other cells than expected at the start and the end.")
    initialise.source, initialise.metadata = first, {}
    about.source, export.source = SUBMISSION.format(name=exercise.name), EXPORT


def _name_cells(notebook, prefix):
    """Number the cells: the ids that come with them are random."""
    for number, cell in enumerate(notebook.cells):
        cell.id = f"{prefix}-{number}"
