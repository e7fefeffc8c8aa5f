"""Judge functions by the checks of an exercise, one outcome a check."""

from __future__ import annotations

from autograder.authoring.failures import (
    BrokeARule,
    GraderError,
    NotWritten,
    TimedOut,
    Unusable,
)
from autograder.authoring.outcome import Counterexample, Outcome
from autograder.judging.blame import blamed
from autograder.judging.shrinking import shrunk
from autograder.judging.tokens import token_of
from autograder.judging.trials import first_failure, smallest_drawn


def judge(exercise, functions, session, search=True, batch=None):
    """Yield an `Outcome` for each check of the exercise, in order.

    Parameters
    ----------
    exercise : Exercise
        What to check.
    functions : dict of str to JudgedFunction
        The functions under test, by name.
    session : Session
        Has the examples.
    search : bool
        Whether to look for the simplest example on which a check fails; without, the first counts.
    batch : CallBatch, optional
        Makes the calls of each check before it is tried.
    """
    reported = {}
    for check in exercise.checks:
        if batch is not None and batch.passes(check):
            yield Outcome.of(check, "passed")
        else:
            yield judge_check(check, functions, session, exercise, search, reported)


def judge_check(check, functions, session, exercise, search=True, reported=None):
    """Return the `Outcome` of one check.

    Parameters
    ----------
    check : Check
        One of the exercise's.
    functions, session, exercise, search
        As for `judge`.
    reported : dict of str to str, optional
        Functions already reported as unusable, with the claim of the check that said so; updated
        here.
    """
    try:
        with session.keeping_answers():
            return _judged(check, functions, session, exercise, search, reported)
    except GraderError as error:
        return Outcome.of(check, "grader_error", str(error))


def _judged(check, functions, session, exercise, search, reported):
    find = smallest_drawn if search else first_failure
    failure = find(check, functions, session)
    if failure is None:
        return Outcome.of(check, "passed")
    if reported is not None and isinstance(failure.error, Unusable):
        claim = reported.setdefault(failure.calls[-1].function, check.claim)
        if claim != check.claim:
            text = f"This check could not run. Mend this first: {claim}"
            return Outcome.of(check, "not_run", text)
    if search and not isinstance(failure.error, NotWritten | TimedOut):
        failure = shrunk(check, functions, session, failure, exercise.oracles)
    return outcome_of(failure, check, exercise)


def outcome_of(failure, check, exercise):
    """Return the `Outcome` on one failure, and which of several functions is wrong."""
    token = token_of(exercise.name, check.name, failure.drawn)
    failure, function = blamed(failure, check, exercise.oracles)
    example = Counterexample.of(failure, exercise.parameters, token)
    sentence = str(failure.error)
    names_itself = isinstance(failure.error, NotWritten | BrokeARule)
    if function and not names_itself and not sentence.startswith(f"{function} "):
        sentence = f"{function}: {sentence}"
    return Outcome.of(check, failure.error.status, sentence, example, failure)
