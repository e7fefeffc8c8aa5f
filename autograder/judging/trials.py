"""Try a check on one example, or on all that a seed draws."""

from __future__ import annotations

from itertools import islice

import numpy as np

from autograder.authoring.failures import Crashed, GraderError, NotWritten, StudentFailure, TimedOut

# How many examples of each check go into the history by which a mistake is recognised.
REMEMBERED = 8
# After so many errors no other example is tried: errors come on all of them, mostly, and take long.
MOST_ERRORS = 5


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

    def is_like(self, other):
        """Return whether both failed in the same way: wrong, unusable, stopped with an error."""
        return type(self.error) is type(other.error)


def first_failure(check, subjects, seed):
    """Return the `Failure` of the first example on which the check fails, or None."""
    return next(failures(check, subjects, seed), None)


def smallest_drawn(check, subjects, seed):
    """Return the simplest `Failure` among all examples that is like the first, or None."""
    found = failures(check, subjects, seed)
    smallest = next(found, None)
    if smallest is not None and not isinstance(smallest.error, NotWritten | TimedOut):
        most = MOST_ERRORS - 1 if isinstance(smallest.error, Crashed) else None
        for failure in islice(found, most):
            if failure.is_like(smallest) and failure.size < smallest.size:
                smallest = failure
    return smallest


def failures(check, subjects, seed):
    """Yield the `Failure` of each example on which the check fails."""
    for count, drawn in enumerate(examples(check, seed)):
        failure = try_example(check, subjects, drawn)
        if count < REMEMBERED:
            for call in subjects[check.functions[0]].calls:
                subjects[call.function].remember(call)
        if failure is not None:
            yield failure


def examples(check, seed):
    """Return the examples of a check; GraderError where they cannot be drawn."""
    try:
        return check.draws.examples(seed)
    except Exception as error:
        raise GraderError(f"The examples of {check.name} could not be drawn: {error!r}") from error


def try_example(check, subjects, drawn):
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
