"""Keep students' code out of the process in which Otter runs its tests.

Otter runs a submission, the tests and the collection of results in one kernel. With this plugin the
kernel runs a single cell, which starts the isolated worker on the submission; Otter's tests call
that, by the name that the cell gives it.
"""

from __future__ import annotations

import atexit
import shutil
from pathlib import Path

import nbformat
from otter.plugins import AbstractOtterPlugin

from autograder.exercises import load_exercise
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.notebooks.check_cell import GradedSubmission
from autograder.notebooks.handed_in import chosen, set_aside
from autograder.notebooks.otter_tests import SUBMISSION
from autograder.reports.terminal import harmless
from autograder.sandbox.host import Sandbox

CELL = """\
from autograder.notebooks.otter_plugin import open_submission
{name} = open_submission({path!r}, {exercise!r}, {seed!r})
"""
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
OUR_FAULT = "The autograder itself failed, so the points are unknown; run it again."


class IsolatedSubmission(AbstractOtterPlugin):
    """An Otter plugin, configured with the names ``exercise`` and ``seed``."""

    def before_grading(self, config):
        """Put the submission, and whatever was handed in with it, out of the kernel's reach."""
        submission = Path(self.submission_path)
        self._aside = set_aside(submission.parent, submission.name)
        if submission.suffix == ".ipynb":
            submission.write_text(nbformat.writes(nbformat.v4.new_notebook()), encoding="utf-8")

    def before_execution(self, submission):
        """Return the notebook that the kernel runs instead of the submission."""
        Path(self.submission_path).unlink()
        cell = CELL.format(name=SUBMISSION, path=str(self._aside), **self.plugin_config)
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)], metadata=KERNEL)

    def after_grading(self, results):
        """Hand on what the kit printed; where it failed, give no grade instead of a wrong one."""
        shutil.rmtree(self._aside, ignore_errors=True)
        outputs = [each for cell in results.notebook.cells for each in cell.get("outputs", [])]
        for each in outputs:
            if each.output_type == "error":
                raise RuntimeError(f"{OUR_FAULT} {each.ename}: {each.evalue}")
        if results.has_catastrophic_failure():  # of which Otter would make 0 points
            raise RuntimeError(f"{OUR_FAULT} {results.catastrophic_error!r}")
        printed = "".join(each.text for each in outputs if each.get("name") == "stdout")
        if printed:
            results.set_output(printed)


def open_submission(path, exercise_name, seed):
    """Start the isolated worker on a submission, for as long as this process lives.

    What is to be said of what was handed in is printed.

    Parameters
    ----------
    path : str
        The folder in which all lies that was handed in.
    exercise_name : str
        The exercise that it is for.
    seed : int or str
        The course's seed.

    Returns
    -------
    submission : GradedSubmission
        What `run_graded_check` takes.
    """
    exercise = load_exercise(exercise_name)
    sandbox = Sandbox().start()
    atexit.register(sandbox.stop)
    source, notes = chosen(path, exercise_name)
    print(*map(harmless, notes), sep="\n", end="\n" if notes else "")
    of = exercise.functions, exercise.forbidden
    worker = sandbox.open(source.content, source.suffix, *of, source.helpers)
    atexit.register(worker.close)
    return GradedSubmission(exercise, judged(worker.subjects), Session(seed))
