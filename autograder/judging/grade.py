"""Grade one submission: each part of its exercise in a worker of its own."""

from __future__ import annotations

import time
from contextlib import closing
from functools import partial

from autograder.authoring.exercise import total
from autograder.authoring.outcome import Outcome, Result, overall_status
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
        What it is checked for.
    source : bytes
        The file as handed in.
    suffix : {".py", ".ipynb"}
        What kind of file it is.
    session : Session
        Has the examples, and keeps what is the same for all submissions.
    student : str
        The name for the record.
    forbidden : iterable of str, optional
        Library functions that may not be called, if not those of the exercise's parts.
    search : bool
        Whether to look for the simplest example on which a check fails, and for the mistake behind
        that; without, only the statuses count.
    helpers : iterable of (str, bytes)
        Modules that lie beside the file: for each its path from there, and what it holds.
    """
    start = time.monotonic()

    def opened(part, seconds=None):
        rules = part.forbidden if forbidden is None else forbidden
        return closing(sandbox.open(source, suffix, exercise.functions, rules, helpers, seconds))

    with opened(exercise.parts[0]) as worker:
        record = grade_worker(worker, opened, exercise, session, student, search)
    return record | {"seconds": round(time.monotonic() - start, 3)}


def grade_worker(worker, opened, exercise, session, student="", search=True):
    """Return the result record of a submission that a `WorkerClient` has loaded; see `grade`.

    Parameters
    ----------
    worker : WorkerClient
        One for the required part of the exercise.
    opened : callable
        Returns a context manager with a new worker for a part; takes how many seconds it has, too.
    exercise, session, student, search
        As for `grade`.
    """
    start = time.monotonic()
    required, *optional = exercise.parts
    outcomes = _outcomes(required, worker, opened, session, search)
    for part in optional:
        if any(worker.subjects[name].is_written for name in part.functions):
            worker.close()  # what is not there for this part is there for it
            with opened(part) as other:
                outcomes += _outcomes(part, other, opened, session, search)
        else:  # nothing is called, so this worker will do
            outcomes += _outcomes(part, worker, opened, session, search)
    return _record(student, exercise, outcomes, time.monotonic() - start, remarks_of(worker))


def remarks_of(worker):
    """Return what the student should know of a file that a `WorkerClient` has loaded."""
    return [each.remark for each in worker.subjects.values() if each.is_written and each.remark]


def _outcomes(part, worker, opened, session, search):
    """Return the outcomes of the checks of one part of an exercise."""
    functions = judged({name: worker.subjects[name] for name in part.functions})
    batch = CallBatch(part, worker, functions, session)
    outcomes = list(judge(part, functions, session, search, batch))
    if not search:
        return outcomes
    outcomes = diagnosed(part, functions, outcomes, session.answers)
    return with_what_is_kept(part, outcomes, partial(opened, part), session, worker.seconds_left)


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
        points=None if None in points else total(points),
        possible=exercise.points,
        status=overall_status([vars(each) for each in outcomes]),
        seconds=round(seconds, 3),
        checks=outcomes,
        notes=list(notes),
    ).record()
