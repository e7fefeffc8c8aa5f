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


def judge(exercise, subjects, seed, search=True, ask_ahead=None):
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
    ask_ahead : callable, optional
        Makes the calls of a check all at once, where they are known: see `Worker.ask_ahead`. The
        verdict is the same with and without.
    """
    ask_ahead = ask_ahead or (lambda calls: None)
    for check, following in pairwise((*exercise.checks, None)):
        rehearsal = rehearsed(check, exercise.oracles, seed)
        answers = ask_ahead([] if rehearsal is None else rehearsal.calls)
        if following and answers:
            rehearsed(following, exercise.oracles, seed)  # while the worker is busy
        if answers and has_met(rehearsal, answers(), check, subjects):
            yield Outcome.of(check, "passed")
        else:
            yield judge_check(check, subjects, seed, exercise.parameters, search)


def has_met(rehearsal, replies, check, subjects):
    """Return whether functions answered all calls of a check as the oracles did.

    Where they did not, their answers wait for the check to make the calls.
    """
    broke_rules = any(subjects[name].forbidden for name in check.functions)
    if replies is None or broke_rules or not rehearsal.is_met_by(replies):
        return False
    for name in check.functions:
        subjects[name].history += rehearsal.history(name, REMEMBERED)
    return True


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
