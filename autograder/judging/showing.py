"""What is shown of a failure, so that each sentence can say whether it is about that."""

from __future__ import annotations

import numpy as np

from autograder.authoring.failures import Crashed, WrongResult
from autograder.authoring.shown import Shown
from autograder.judging.asking import Ask
from autograder.judging.relations import is_equal


def shown_of(outcome, subject, oracle):
    """Return the `Shown` of one function in a failure, or None if nothing is known of it.

    Parameters
    ----------
    outcome : Outcome
        Of a check that did not pass.
    subject : JudgedFunction
        The function.
    oracle : callable or None
        The right one.
    """
    failure = outcome.failure
    calls = [each for each in getattr(failure, "calls", ()) if each.function == subject.name]
    if not calls:
        return None
    ask = Ask(subject, {})
    if isinstance(failure.error, Crashed):
        return Shown("crash", calls[-1].arguments, None, None, None, ask)
    if not isinstance(failure.error, WrongResult):
        return None
    error, call = failure.error, _unusual(calls)
    if error.about != "values" or oracle is None:
        where = getattr(error, "where", None)
        return _shown(error.about, call, None, where, ask)
    for call in reversed(calls):
        right = _right(oracle, call)
        if right is not None and not is_equal(right, call.result):
            where = _wrong_pixel(right, call.result, error.where)
            return _shown("values", call, right, where, ask)
    right = _right(oracle, calls[-1])
    if right is None or np.array_equal(right, calls[-1].result):
        return _shown("values", calls[-1], None, None, ask)
    return _shown("values", calls[-1], right, error.where, ask)


def _shown(about, call, right, where, ask):
    if call.result is None or (where is not None and len(where) != call.result.ndim):
        where = None
    return Shown(
        about, call.arguments, call.result, right, where, ask, call.changed, call.shares_memory
    )


def _unusual(calls):
    """Return the last call that changed an argument or returned one, or the last of all."""
    strange = [each for each in calls if each.changed or each.shares_memory]
    return (strange or calls)[-1]


def _right(oracle, call):
    """Return the right result of a call, or None if there is none to compare."""
    if call.result is None:
        return None
    try:
        right = np.asarray(oracle(*call.arguments))
    except Exception:  # noqa: BLE001 - results that became arguments may be of any kind
        return None
    return right if right.shape == call.result.shape else None


def _wrong_pixel(right, came, where):
    """Return the pixel that is shown, if it is wrong in this result, or the first that is."""
    wrong = ~np.isclose(came.astype(float), right.astype(float), rtol=0, atol=1e-9)
    if where is not None and _is_inside(where, came.shape) and wrong[tuple(where)]:
        return tuple(where)
    if wrong.any():
        return tuple(np.argwhere(wrong)[0])
    return tuple(where) if where is not None and _is_inside(where, came.shape) else None


def _is_inside(where, shape):
    """Return whether an index is one of an array."""
    inside = [0 <= index < side for index, side in zip(where, shape, strict=False)]
    return len(where) == len(shape) and all(inside)
