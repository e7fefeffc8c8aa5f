"""Grade one submission."""

from __future__ import annotations

import time
from contextlib import closing
from functools import partial

from autograder.authoring.outcome import Outcome, Result
from autograder.judging.batch import CallBatch
from autograder.judging.diagnosis import diagnosed
from autograder.judging.judge import judge
from autograder.judging.judged_function import judged
from autograder.judging.kept import with_what_is_kept


def grade(
    sandbox, exercise, source, suffix, session, student="", forbidden=None, search=True, helpers=()
):
    """Return the result record of one submission.

    Parameters
    ----------
    sandbox : Sandbox
        Where it runs.
    exercise : Exercise
        What it is to be checked for.
    source : bytes
        The file as handed in.
    suffix : {".py", ".ipynb"}
        What kind of file it is.
    session : Session
        Has the examples, and keeps what is the same for all submissions.
    student : str
        The name for the record.
    forbidden : iterable of str, optional
        Library functions that may not be called, where not those of the exercise.
    search : bool
        Whether to look for the simplest example on which a check fails, and for the mistake behind
        that; without, only the statuses count.
    helpers : iterable of (str, bytes)
        Modules that lie beside the file: for each its path from there, and what it holds.
    """
    start = time.monotonic()
    forbidden = exercise.forbidden if forbidden is None else forbidden
    start_worker = partial(sandbox.open, source, suffix, exercise.functions, forbidden, helpers)
    with closing(start_worker()) as worker:
        functions = judged(worker.subjects)
        batch = CallBatch(exercise, worker, functions, session)
        outcomes = list(judge(exercise, functions, session, search, batch))
        if search:
            outcomes = diagnosed(exercise, functions, outcomes, session.answers)
            outcomes = with_what_is_kept(exercise, outcomes, start_worker, session)
        notes = [
            each.remark for each in worker.subjects.values() if each.is_written and each.remark
        ]
    return _record(student, exercise, outcomes, time.monotonic() - start, notes)


def without_running(exercise, student, status="not_run", message=""):
    """Return the record of a submission that was not run, or not yet."""
    outcomes = [Outcome.of(check, status, message) for check in exercise.checks]
    return _record(student, exercise, outcomes, 0.0)


def _record(student, exercise, outcomes, seconds, notes=()):
    """Return the result record of one submission.

    Parameters
    ----------
    student : str
        Name of the student's folder; "" for a student's own check.
    exercise : Exercise
        What was handed in.
    outcomes : iterable of Outcome
        In the order of the checks.
    seconds : float
        How long grading took: the only field that may differ between two runs.
    notes : iterable of str
        What the student should know of the file.
    """
    outcomes = list(outcomes)
    points = [each.points for each in outcomes]
    return Result(
        student,
        exercise.name,
        points=None if None in points else sum(points),
        possible=exercise.points,
        status=overall_status([each.status for each in outcomes]),
        seconds=round(seconds, 3),
        checks=outcomes,
        notes=list(notes),
    ).record()


def overall_status(statuses):
    """Return one status for a submission: a fault of ours first, then what all have in common."""
    if "grader_error" in statuses:
        return "grader_error"
    return statuses[0] if len(set(statuses)) == 1 else "failed"
