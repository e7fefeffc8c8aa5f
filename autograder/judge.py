"""Judge functions by the checks of an exercise, one outcome a check."""

from __future__ import annotations

from itertools import pairwise

from autograder.attempts import first_failure
from autograder.failures import GraderError, NotWritten, TimedOut, Unusable
from autograder.outcome import Counterexample, Outcome
from autograder.rehearsal import rehearsed
from autograder.smallest import smallest_failure
from autograder.tokens import token_of


def judge(exercise, subjects, seed, search=True):
    """Yield an `Outcome` for each check of the exercise, in order.

    Parameters
    ----------
    exercise : Exercise
        What to check.
    subjects : dict of str to Subject
        The functions under test, by name.
    seed : int or str
        Decides which examples are drawn.
    search : bool
        Whether to look for the smallest example on which a check fails; without, the first is told.
    """
    told = {}
    for check in exercise.checks:
        yield judge_check(check, subjects, seed, exercise, search, told)


def passes_ahead(exercise, worker, seed):
    """Return whether a submission passes every check when its calls are made ahead, many at once.

    That takes a fraction of the time. What does not pass is to be judged the plain way, in a new
    worker: there nothing has been called yet.

    Parameters
    ----------
    exercise : Exercise
        What to check.
    worker : Worker
        The submission.
    seed : int or str
        Decides which examples are drawn.
    """
    if not all(subject.is_written for subject in worker.subjects.values()):
        return False
    for check, following in pairwise((*exercise.checks, None)):
        rehearsal = rehearsed(check, exercise.oracles, seed)
        answers = worker.ask_ahead(rehearsal.calls) if rehearsal else None
        if following:
            rehearsed(following, exercise.oracles, seed)  # while the worker is busy
        replies = answers() if answers else None
        if replies is None:
            return False
        is_met = rehearsal.is_met_by(replies)
        if not is_met and first_failure(check, worker.subjects, seed) is not None:
            return False
    return not any(subject.forbidden for subject in worker.subjects.values())


def judge_check(check, subjects, seed, exercise, search=True, told=None):
    """Return the `Outcome` of one check.

    Parameters
    ----------
    check : Check
        One of the exercise's.
    subjects, seed, exercise, search
        As for `judge`.
    told : dict of str to str, optional
        The functions of which an earlier check told that their results cannot be used, with its
        claim; this one is added. That is not told again.
    """
    try:
        failure = first_failure(check, subjects, seed)
        if failure is None:
            return Outcome.of(check, "passed")
        if told is not None and isinstance(failure.error, Unusable):
            claim = told.setdefault(failure.calls[-1].function, check.claim)
            if claim != check.claim:
                text = f"This cannot be looked at before another check passes: {claim}"
                return Outcome.of(check, "not_run", text)
        if search and not isinstance(failure.error, NotWritten | TimedOut):
            failure = smallest_failure(check, subjects, seed, failure, exercise.oracles)
    except GraderError as error:
        return Outcome.of(check, "grader_error", str(error))
    return outcome_of(failure, check, exercise)


def outcome_of(failure, check, exercise):
    """Return the `Outcome` that tells of one failure."""
    token = token_of(exercise.name, check.name, failure.drawn)
    example = Counterexample.of(failure, exercise.parameters, token)
    text = str(failure.error) if example is None else f"{failure.error}\n\n{example}"
    return Outcome.of(check, failure.error.status, text, example)
