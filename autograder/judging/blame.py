"""Of a check that tries several functions, say which of them was wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from autograder.authoring.assertions import assert_same_image
from autograder.authoring.failures import Unusable, WrongResult

ROUNDING = 1e-6


def blamed(failure, check, oracles):
    """Return the `Failure` of a check with the call last that was wrong, and whose function it is.

    Claims that compare two functions show on the second, whichever is wrong; if there are right
    answers, these tell.

    Parameters
    ----------
    failure : Failure
        What was found.
    check : Check
        The check that failed.
    oracles : dict of str to callable
        Right functions.

    Returns
    -------
    failure : Failure
        The same one, if the last call was wrong, or if nobody knows.
    function : str
        The name of the wrong function; "" if the check tries one only, or ran none.
    """
    if len(check.functions) == 1 or not failure.calls:
        return failure, ""
    last = failure.calls[-1]
    if isinstance(failure.error, WrongResult) and last.function in oracles:
        wrong = [(call, error) for call in failure.calls if (error := _error_of(call, oracles))]
        functions = {call.function for call, _ in wrong}
        if functions and last.function not in functions:
            call, error = wrong[0]
            rule = f"{failure.error.rule} Here {call.function} is wrong."
            told = _retold(error, rule)
            return replace(failure, error=told, calls=(*failure.calls, call)), call.function
        if wrong and wrong[-1][0] is last and failure.error.expected is not None:
            # What it was compared with may itself be wrong.
            told = _retold(wrong[-1][1], failure.error.rule)
            return replace(failure, error=told), last.function
    return failure, last.function


def _retold(error, rule):
    """Return a `WrongResult` below another rule."""
    return WrongResult(rule, error.seen, error.expected, error.actual, error.where, error.about)


def _error_of(call, oracles):
    """Return the `WrongResult` that a call's result is, or None if it is right or not known."""
    if call.result is None or call.function not in oracles:
        return None
    try:
        right = oracles[call.function](*call.arguments)
    except Exception:  # noqa: BLE001 - an argument may be a wrong result, of any shape
        return None
    try:
        within = ROUNDING * max(1.0, float(np.abs(right.astype(float)).max(initial=0)))
        assert_same_image(call.result, right, within)
    except (WrongResult, Unusable) as error:
        return error
    return None
