"""Keep students' code out of the process in which Otter runs its tests.

Otter runs a submission, the tests and the collection of results in one kernel. With this plugin the
kernel runs a single cell, which starts the isolated worker on the submission; Otter's tests call
that, by the name that the cell gives it.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
from pathlib import Path

import nbformat
from otter.plugins import AbstractOtterPlugin

from autograder.exercises import load_exercise
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.notebooks.check_cell import GradedSubmission
from autograder.notebooks.handed_in import chosen, set_aside
from autograder.notebooks.otter_run import RECORDS
from autograder.notebooks.otter_tests import SUBMISSION
from autograder.reports.terminal import harmless
from autograder.sandbox.host import Sandbox
from autograder.sandbox.self_test import gaps_here

CELL = """\
from autograder.notebooks.otter_plugin import open_submission
{name} = open_submission({path!r}, {exercise!r}, {seed!r})
"""
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
# What the kernel runs if nothing can be graded: the tests find nothing, and do not count.
NOTHING = f"{SUBMISSION} = None\n"
OUR_FAULT = "The autograder itself failed, so the points are unknown; run it again."
REFUSAL = (
    "Nothing was graded, since grades are not safe on this machine, so the points are unknown. "
    "Grade on another one, or build the zip with --unsafe if you trust all who hand in."
)


class IsolatedSubmission(AbstractOtterPlugin):
    """An Otter plugin, configured with the names ``exercise``, ``seed`` and ``unsafe``."""

    def before_grading(self, config):
        """Put the submission, and whatever was handed in with it, out of the kernel's reach.

        If submissions can read or write files here, nothing is graded, unless ``unsafe`` lets them.
        """
        gaps = gaps_here()
        self._missing = gaps.text
        self._refuses = gaps.endanger_grades and not self.plugin_config.get("unsafe", False)
        self._say_what_is_missing()
        submission = Path(self.submission_path)
        self._aside = set_aside(submission.parent, submission.name)
        if submission.suffix == ".ipynb":
            submission.write_text(nbformat.writes(nbformat.v4.new_notebook()), encoding="utf-8")

    def before_execution(self, submission):
        """Return the notebook that the kernel runs instead of the submission."""
        Path(self.submission_path).unlink()
        aside = str(self._aside)
        exercise, seed = self.plugin_config["exercise"], self.plugin_config["seed"]
        cell = CELL.format(name=SUBMISSION, path=aside, exercise=exercise, seed=seed)
        cells = [nbformat.v4.new_code_cell(NOTHING if self._refuses else cell)]
        return nbformat.v4.new_notebook(cells=cells, metadata=KERNEL)

    def after_grading(self, results):
        """Hand on what the kit printed; if it failed or refused, say so and give no points.

        Raises
        ------
        RuntimeError
            If Otter has no results at all, of which it would make 0 points.
        """
        shutil.rmtree(self._aside, ignore_errors=True)
        self._say_what_is_missing()
        if results.has_catastrophic_failure():
            why = REFUSAL if self._refuses else OUR_FAULT
            raise RuntimeError(f"{why} {results.catastrophic_error!r}")
        outputs = [each for cell in results.notebook.cells for each in cell.get("outputs", [])]
        errors = [each for each in outputs if each.output_type == "error"]
        printed = "".join(each.text for each in outputs if each.get("name") == "stdout")
        if self._refuses:
            _leave_unknown(results, REFUSAL)
        elif errors:
            _leave_unknown(results, OUR_FAULT)
            print(*(f"{each.ename}: {each.evalue}" for each in errors), sep="\n", file=sys.stderr)
        elif printed:
            results.set_output(printed)

    def _say_what_is_missing(self):
        """Print what instructors should know where students do not look."""
        if self._missing:
            print(f"On this machine: {self._missing}", file=sys.stderr)


def _leave_unknown(results, why):
    """Let a report hold a sentence, and neither tests nor a score, which would be 0 points."""
    results.clear_results()
    results.set_output(why)
    print(why, file=sys.stderr)


def open_submission(path, exercise_name, seed):
    """Start the isolated worker on a submission, for as long as this process lives.

    It prints what to say of the hand-in.

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
    source, notes = chosen(path, exercise_name)
    sandbox = Sandbox(of_all=source.whole).start(*exercise.forbidden_by_part)
    atexit.register(sandbox.stop)
    print(*map(harmless, notes), sep="\n", end="\n" if notes else "")
    functions = {}
    for part in exercise.parts:
        of = part.functions, part.forbidden
        worker = sandbox.open(source.content, source.suffix, *of, source.helpers)
        atexit.register(worker.close)
        functions |= judged(worker.subjects)
    records = Path(os.environ[RECORDS]) if RECORDS in os.environ else None
    return GradedSubmission(exercise, functions, Session(seed), records)
