"""What Otter's tests run, in a notebook and for a grade: the checks that grade.

Checks run one by one there, and what they share is kept for as long as one run of a cell lasts, or
one submission is graded: the mistake behind a failure. A student's notebook shows more than this:
see `students_grader`.
"""

from __future__ import annotations

import contextlib
import html
import io
import json
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from pathlib import Path

from autograder.authoring.bounded import bounded
from autograder.authoring.exercise import Exercise
from autograder.authoring.seeds import STUDENT_SEED
from autograder.exercises import load_exercise
from autograder.judging.diagnosis import diagnosed
from autograder.judging.judge import judge, judge_check
from autograder.judging.judged_function import JudgedFunction, judged
from autograder.judging.session import Session
from autograder.reports.failure_text import failure_text
from autograder.reports.terminal import harmless
from autograder.sandbox.limits import Limits
from autograder.sandbox.student_function import in_process
from autograder.sandbox.worker.tripwires import set_wires

LIMITS = Limits()


class CheckFailed(Exception):
    """A check did not pass; ``str()`` of it is all that there is to tell the student."""


class CheckNotRun(BaseException):
    """A check could not be run because of a fault of the kit.

    Otter gives a test that stops with an `Exception` no points. This is none, so that the whole run
    fails instead.
    """


@dataclass(frozen=True)
class GradedSubmission:
    """A submission that runs elsewhere, as Otter's tests know it.

    Attributes
    ----------
    exercise : Exercise
        What it was handed in for.
    functions : dict of str to JudgedFunction
        Its functions, by name.
    session : Session
        Has the examples on which they are tried.
    records : Path or None
        A folder for the records of checks that did not pass, which make the report.
    """

    exercise: Exercise
    functions: dict[str, JudgedFunction]
    session: Session
    records: Path | None = None

    @cached_property
    def explanations(self):
        """The outcomes of all checks by name, with the mistakes that are behind them."""
        return _explanations_of(self.exercise, self.functions, self.session)


class CheckCell:
    """One run of a check cell, whose checks share an explanation.

    Parameters
    ----------
    exercise_name : str
        Which exercise the checks are of.
    """

    def __init__(self, exercise_name):
        self.exercise, self.session = load_exercise(exercise_name), Session(STUDENT_SEED)
        self._explanations = None

    def explanations(self, env):
        """Return what `GradedSubmission.explanations` are, of the functions among variables."""
        if self._explanations is None:
            functions = functions_in(env, self.exercise)
            self._explanations = _explanations_of(self.exercise, functions, self.session)
        return self._explanations


def run_check(cell, check_name, env):
    """Run one check in a kernel, on the functions among a notebook's variables.

    The examples are those that students practise on.

    Parameters
    ----------
    cell : CheckCell
        The run of the cell.
    check_name : str
        Which check of the exercise.
    env : dict of str to object
        The variables. A function among them is called in this very process.

    Raises
    ------
    CheckFailed
        If the check does not pass, with a text that Otter may show as HTML; or if it cannot be
        run because of a fault of the kit, which the text says.
    """
    functions = functions_in(env, cell.exercise)
    explain = partial(cell.explanations, env)
    outcome = _outcome_of(cell, check_name, functions, explain)
    if outcome is not None:
        raise CheckFailed(html.escape(_told(outcome), quote=False))


def run_graded_check(submission, check_name):
    """Run one check on a submission that runs elsewhere, for its grade.

    Parameters
    ----------
    submission : GradedSubmission
        The submission.
    check_name : str
        Which check of the exercise.

    Raises
    ------
    CheckFailed
        As for `run_check`, but with plain text.
    CheckNotRun
        If a fault of the kit's own leaves the points unknown.
    """
    functions, explain = submission.functions, lambda: submission.explanations
    outcome = _outcome_of(submission, check_name, functions, explain)
    if outcome is not None and outcome.points is None:
        raise CheckNotRun(f"{check_name}: {outcome.message}")
    if outcome is not None:
        if submission.records is not None:
            (record,) = map(json.dumps, bounded([outcome.record()]))
            (submission.records / f"{check_name}.json").write_text(record, encoding="utf-8")
        raise CheckFailed(_told(outcome))


def _outcome_of(run, check_name, functions, explain):
    """Return the `Outcome` of a check, explained, or None if it passed."""
    check = run.exercise.check(check_name)
    outcome = judge_check(check, functions, run.session, run.exercise)
    if outcome.status == "passed":
        return None
    if outcome.status in ("not_written", "grader_error"):
        return outcome
    known = explain()[check_name]
    return replace(
        outcome, misconception=known.misconception, hint=known.hint, further=known.further
    )


def _explanations_of(exercise, functions, session):
    """Return the outcomes of all checks by name, with the mistakes that are behind them.

    A mistake is recognised by what all checks call, and so all are tried once; what the functions
    print meanwhile is not shown.
    """
    with contextlib.redirect_stdout(io.StringIO()):
        return {each.name: each for each in outcomes_of(exercise, functions, session)}


def outcomes_of(exercise, functions, session):
    """Return the outcomes of all checks of an exercise, part by part, with what is behind them."""
    found = []
    for part in exercise.parts:
        outcomes = list(judge(part, functions, session))
        found += diagnosed(part, functions, outcomes, session.answers)
    return found


def _told(outcome):
    """Return what there is to tell about a check that did not pass: what was found comes first."""
    about = "" if outcome.status == "not_written" else f"\n\nThe check: {outcome.claim}"
    ours = "This check could not be run. That is a fault of the kit, and not yours: "
    told = f"{ours if outcome.status == 'grader_error' else ''}{failure_text(outcome.record())}"
    return harmless(f"\n{'Optional: ' if outcome.optional else ''}{told}{about}")


def functions_in(env, exercise):
    """Return a `JudgedFunction` for each function of an exercise, by name, from variables."""
    return judged(
        {
            name: in_process(name, env.get(name), _wires_for(part.forbidden), LIMITS)
            for part in exercise.parts
            for name in part.functions
        }
    )


@cache
def _wires_for(forbidden):
    """Return tripwires for these library functions, set once in a process."""
    wires = set_wires(forbidden)
    wires.forbid(forbidden)
    return wires
