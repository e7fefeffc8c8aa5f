"""Run one case again: what a token leads to, on a student's own file."""

from __future__ import annotations

import pdb
from contextlib import closing, suppress

from autograder.authoring.failures import GraderError
from autograder.authoring.outcome import Outcome
from autograder.judging.judge import outcome_of
from autograder.judging.judged_function import judged
from autograder.judging.kept import after_earlier
from autograder.judging.trials import try_example
from autograder.sandbox.student_function import in_process
from autograder.sandbox.worker.loading import load
from autograder.sandbox.worker.problems import told


def replay(case, sandbox, source, suffix, helpers=()):
    """Return the `Outcome` of one check on one example.

    Parameters
    ----------
    case : Case
        What to try; see `tokens.case_of`.
    sandbox : Sandbox
        Where the submission runs.
    source : bytes
        The file.
    suffix : {".py", ".ipynb"}
        What kind of file it is.
    helpers : iterable of (str, bytes)
        Modules that lie beside it: for each its path from there, and what it holds.
    """
    check = case.check
    exercise = case.exercise.part_of(check.functions[0])
    opened = sandbox.open(source, suffix, exercise.functions, exercise.forbidden, helpers)
    with closing(opened) as worker:
        try:
            failure = try_example(check, _after_earlier_calls(worker.subjects, case), case.example)
            if failure is None:
                return Outcome.of(check, "passed")
            outcome = outcome_of(failure, check, exercise)
            return outcome if case.earlier is None else after_earlier(outcome, case)
        except GraderError as error:
            return Outcome.of(check, "grader_error", str(error))


def _after_earlier_calls(functions, case):
    """Try what comes before the case; return functions as checks see them."""
    under_test = judged(functions)
    if case.earlier is not None:
        before, example = case.earlier
        before.try_on(under_test, example)
    return under_test


class NothingToDebug(Exception):
    """There is no call to stop in; the message says why."""


def debug(case, source, suffix, debugger=None):
    """Run a case in this very process, and stop in the function where the check fails.

    If it passes, the last call that it makes is run.

    Parameters
    ----------
    case : Case
        What to try.
    source : bytes
        The student's own file; it is run here, with all that it may do.
    suffix : {".py", ".ipynb"}
        What kind of file it is.
    debugger : pdb.Pdb, optional
        What to stop in; by default a new one, on the terminal.

    Raises
    ------
    NothingToDebug
        If the functions are not written, or the file stops with an error before them.
    """
    loaded = load(source, suffix, case.exercise.functions)
    names = loaded.namespace
    functions = {name: in_process(name, names.get(name)) for name in case.exercise.functions}
    calls = case.check.try_on(_after_earlier_calls(functions, case), case.example).calls
    if not calls:
        wanted = ", ".join(case.check.functions)
        text = told(loaded.problems, case.check.functions[0])
        raise NothingToDebug(text or f"There is nothing to run yet: {wanted} must be written.")
    debugger = debugger or pdb.Pdb()
    with suppress(Exception):  # the verdict tells it
        debugger.runcall(names[calls[-1].function], *calls[-1].arguments)
