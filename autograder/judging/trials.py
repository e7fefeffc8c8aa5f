"""Try a check on one example, or on all that a seed draws."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np

from autograder.authoring.calls import Call
from autograder.authoring.failures import Crashed, GraderError, NotWritten, StudentFailure, TimedOut

# How many examples of each check go into the history by which a mistake is recognised.
REMEMBERED = 8
# After so many errors no other example is tried: errors come on all of them, mostly, and take long.
MOST_ERRORS = 5


@dataclass(frozen=True)
class _Failure:
    """One example on which a check failed.

    Attributes
    ----------
    error : StudentFailure
        What is wrong.
    drawn : dict of str to object
        The example.
    calls : tuple of Call
        The calls that were made.
    """

    error: StudentFailure
    drawn: dict[str, object]
    calls: tuple[Call, ...]

    @cached_property
    def size(self):
        """What makes one counterexample simpler than another: fewer pixels, smaller values."""
        arrays = [np.abs(a.astype(float)) for call in self.calls for a in call.arguments]
        return sum(a.size for a in arrays), sum(float(a.sum()) for a in arrays)

    def is_like(self, other):
        """Return whether both failed in the same way: wrong, unusable, stopped with an error."""
        return type(self.error) is type(other.error)


def first_failure(check, functions, session):
    """Return the `_Failure` of the first example on which the check fails, or None."""
    return next(_failures(check, functions, session), None)


def smallest_drawn(check, functions, session):
    """Return the simplest `_Failure` among all examples that is like the first, or None."""
    found = _failures(check, functions, session)
    smallest = next(found, None)
    if smallest is not None and not isinstance(smallest.error, NotWritten | TimedOut):
        most = MOST_ERRORS - 1 if isinstance(smallest.error, Crashed) else None
        for failure in islice(found, most):
            if failure.is_like(smallest) and failure.size < smallest.size:
                smallest = failure
    return smallest


def _failures(check, functions, session):
    """Yield the `_Failure` of each example on which the check fails."""
    has_failed = False
    for count, drawn in enumerate(session.examples(check)):
        trial = check.try_on(functions, drawn)
        error = _error_of(check, trial)
        if count < REMEMBERED or (error is not None and not has_failed):
            for call in trial.calls:
                functions[call.function].remember(call)
        if error is not None:
            has_failed = True
            yield _Failure(error, drawn, trial.calls)


def try_example(check, functions, drawn):
    """Try the check on one example; return a `_Failure`, or None if the claim holds.

    Raises
    ------
    GraderError
        If the check fails before it called any function of the student's: a fault of the kit.
    """
    trial = check.try_on(functions, drawn)
    error = _error_of(check, trial)
    return None if error is None else _Failure(error, drawn, trial.calls)


def _error_of(check, trial):
    """Return the `StudentFailure` of a `Trial`, or None; as `try_example`."""
    error = trial.error
    if error is None or isinstance(error, StudentFailure):
        return error
    if isinstance(error, GraderError):
        raise error
    if not trial.calls:
        raise GraderError(f"{check.name} could not be run: {error!r}") from error
    return StudentFailure(f"The result could not be used: {error}")
