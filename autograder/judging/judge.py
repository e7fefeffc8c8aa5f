"""Judge functions by the checks of an exercise, one outcome a check."""

from __future__ import annotations

from autograder.authoring.failures import GraderError, NotWritten, TimedOut, Unusable
from autograder.authoring.outcome import Counterexample, Outcome
from autograder.judging.shrinking import shrunk
from autograder.judging.tokens import token_of
from autograder.judging.trials import first_failure, smallest_drawn


def judge(exercise, subjects, seed, search=True, ahead=None):
    """Yield an `Outcome` for each check of the exercise, in order.

    Parameters
    ----------
    exercise : Exercise
        What to check.
    subjects : dict of str to StudentFunction
        The functions under test, by name.
    seed : int or str
        Decides which examples are drawn.
    search : bool
        Whether to look for the simplest example on which a check fails; without, the first is told.
    ahead : CallBatch, optional
        Makes the calls of each check before it is tried.
    """
    told = {}
    for check in exercise.checks:
        if ahead is not None and ahead.passes(check):
            yield Outcome.of(check, "passed")
        else:
            yield judge_check(check, subjects, seed, exercise, search, told)


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
        find = smallest_drawn if search else first_failure
        failure = find(check, subjects, seed)
        if failure is None:
            return Outcome.of(check, "passed")
        if told is not None and isinstance(failure.error, Unusable):
            claim = told.setdefault(failure.calls[-1].function, check.claim)
            if claim != check.claim:
                text = f"This result cannot be used; another check tells why: {claim}"
                return Outcome.of(check, "not_run", text)
        if search and not isinstance(failure.error, NotWritten | TimedOut):
            failure = shrunk(check, subjects, seed, failure, exercise.oracles)
    except GraderError as error:
        return Outcome.of(check, "grader_error", str(error))
    return outcome_of(failure, check, exercise)


def outcome_of(failure, check, exercise):
    """Return the `Outcome` that tells of one failure."""
    token = token_of(exercise.name, check.name, failure.drawn)
    example = Counterexample.of(failure, exercise.parameters, token)
    return Outcome.of(check, failure.error.status, str(failure.error), example)
