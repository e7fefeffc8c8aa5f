"""Judge functions by the checks of an exercise, one outcome a check."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

import numpy as np

from autograder.failures import GraderError, NotWritten, StudentFailure, TimedOut
from autograder.outcome import Counterexample, Outcome
from autograder.rehearsal import rehearsed

# How many examples of each check go into the history by which a mistake is recognised.
REMEMBERED = 8


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
    for check in exercise.checks:
        yield judge_check(check, subjects, seed, exercise.parameters, search)


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


def judge_check(check, subjects, seed, parameters, search=True):
    """Return the `Outcome` of one check; `parameters` names the arguments of each function."""
    try:
        failure = first_failure(check, subjects, seed)
        if failure is None:
            return Outcome.of(check, "passed")
        if search and not isinstance(failure.error, NotWritten | TimedOut):
            failure = smallest_failure(check, subjects, seed, failure)
    except GraderError as error:
        return Outcome.of(check, "grader_error", str(error))
    example = Counterexample.of(failure, parameters)
    text = str(failure.error) if example is None else f"{failure.error}\n\n{example}"
    return Outcome.of(check, failure.error.status, text, example)


class Failure:
    """One example on which a check failed, with the calls that were made."""

    def __init__(self, error, check, subjects, drawn):
        self.error = error
        self.drawn = drawn
        self.calls = list(subjects[check.functions[0]].calls)

    @property
    def size(self):
        """What makes one counterexample simpler than another: fewer pixels, smaller values."""
        arrays = [np.abs(a.astype(float)) for call in self.calls for a in call.arguments]
        return sum(a.size for a in arrays), sum(float(a.sum()) for a in arrays)


def first_failure(check, subjects, seed):
    """Return the `Failure` of the first example on which the check fails, or None."""
    for count, drawn in enumerate(examples(check, seed)):
        failure = attempt(check, subjects, drawn)
        if count < REMEMBERED:
            for name in check.functions:
                history = subjects[name].history
                history += [call for call in subjects[name].calls if call.function == name]
        if failure is not None:
            return failure
    return None


def examples(check, seed):
    """Return the examples of a check; GraderError where they cannot be drawn."""
    try:
        return check.draws.examples(seed)
    except Exception as error:
        raise GraderError(f"The examples of {check.name} could not be drawn: {error!r}") from error


def smallest_failure(check, subjects, seed, failure):
    """Return the simplest `Failure` of the same kind that a search finds."""
    kind, found = type(failure.error), [failure]

    def visit(drawn):
        smaller = attempt(check, subjects, drawn)
        if smaller is not None and type(smaller.error) is kind:
            found.append(smaller)
            raise smaller.error

    with suppress(Exception):  # what the search ends with was kept above
        check.draws.visit(seed, visit)
    return min(found, key=lambda each: each.size)


def attempt(check, subjects, drawn):
    """Try the check on one example; return a `Failure`, or None where the claim holds.

    Raises
    ------
    GraderError
        If the check fails before it called any function of the student's: that is our fault.
    """
    try:
        check.try_on(subjects, drawn)
    except StudentFailure as error:
        return Failure(error, check, subjects, drawn)
    except GraderError:
        raise
    except Exception as error:
        if not subjects[check.functions[0]].calls:
            raise GraderError(f"{check.name} could not be run: {error!r}") from error
        wrong = StudentFailure(f"The result could not be used: {error}")
        return Failure(wrong, check, subjects, drawn)
    return None
