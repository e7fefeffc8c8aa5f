"""Run a handout as it is, with the solution: students get no cell that raises by itself."""

from __future__ import annotations

import jupytext
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from autograder.notebooks.build import read_reference
from autograder.notebooks.handout import BuildError

# Seconds that a cell may take; students wait for it, too.
MOST_SECONDS = 120


def require_handout(exercise, root):
    """Do nothing if students can be given the handout of an exercise, and all its cells run.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    root : Path
        The repository, in whose folder ``reference`` the handout lies.

    Raises
    ------
    BuildError
        If it cannot be published, or if a cell raises or takes too long; the message says which.
    """
    read_reference(exercise, root / "reference")
    path = root / "reference" / exercise.name / "handout.md"
    ran = []
    client = NotebookClient(
        jupytext.read(path),
        timeout=MOST_SECONDS,
        kernel_name="python3",
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(root)}},
        on_cell_execute=lambda cell, cell_index: ran.append(cell.source),
    )
    try:
        client.execute()
    except CellExecutionError as error:
        raise BuildError(_said(path, f"raises {error.ename}: {error.evalue}", ran)) from error
    except CellTimeoutError as error:
        raise BuildError(_said(path, f"takes longer than {MOST_SECONDS} s", ran)) from error
    except DeadKernelError as error:
        raise BuildError(_said(path, "ends the process that runs it", ran)) from error


def _said(path, what, ran):
    return f"{path}: a cell {what.rstrip('.')}. The cell is\n{ran[-1]}"
