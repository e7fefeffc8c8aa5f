"""Recognise a known mistake: a submission that behaves as one misconception does, and as no other.

What is compared is every call that the checks made anyway, before any search for smaller ones: on
the smallest input several mistakes look alike.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from autograder.failures import StudentFailure
from autograder.subject import Call, in_process

# With fewer calls to go by, a mistake that is in no list could pass for one that is.
FEWEST_CALLS = 12
ROUNDING = 1e-6


def diagnosed(exercise, subjects, outcomes):
    """Return the outcomes, those that did not pass with the name of the mistake behind them.

    Parameters
    ----------
    exercise : Exercise
        What was checked.
    subjects : dict of str to Subject
        The functions, with the history of their calls.
    outcomes : list of Outcome
        In the order of the checks.
    """
    failed = {c.name for c in exercise.checks} - {o.name for o in outcomes if o.status == "passed"}
    mistake = first_recognised(exercise, subjects, failed)
    if mistake is None:
        return outcomes
    return [
        replace(outcome, misconception=mistake.name, hint=mistake.hint)
        if check.name in failed and mistake.of in check.functions
        else outcome
        for check, outcome in zip(exercise.checks, outcomes, strict=True)
    ]


def first_recognised(exercise, subjects, failed):
    """Return the misconception behind the first function in which one is recognised, or None.

    Functions come in the order of the exercise: a mistake in the opening shows in the top-hat that
    is made from it, and would there pass for another.
    """
    for function in exercise.functions:
        oracle = exercise.oracles.get(function)
        if oracle is not None and behaves_as(function, oracle, subjects[function].history):
            continue
        candidates = [
            each
            for each in exercise.misconceptions
            if each.of == function and each.caught_by.name in failed
        ]
        mistake = only_one_alike(candidates, subjects[function])
        if mistake is not None:
            return mistake
    return None


def only_one_alike(candidates, subject):
    """Return the only misconception that does what a function's calls show, or None."""
    if len(subject.history) < FEWEST_CALLS or subject.forbidden:
        return None
    alike = [each for each in candidates if behaves_as(each.of, each.function, subject.history)]
    return alike[0] if len(alike) == 1 else None


def behaves_as(name, function, history):
    """Return whether a function answers every call of a history in the same way."""
    subject = in_process(name, function)
    return all(alike(call, answer(subject, call.arguments)) for call in history)


def answer(subject, arguments):
    """Return the `Call` that a function makes of these arguments, with no result if it fails."""
    try:
        with np.errstate(all="ignore"):
            return subject.observe(*arguments)
    except StudentFailure:
        return subject.calls[-1] if subject.calls else Call(subject.name, arguments, None)


def alike(call, other):
    """Return whether two calls came to the same: result, and what happened to the arguments."""
    if call.failure != other.failure:
        return False
    if (call.changed, call.shares_memory) != (other.changed, other.shares_memory):
        return False
    if call.result is None or other.result is None:
        return call.result is other.result
    return same_image(call.result, other.result)


def same_image(image, other):
    """Return whether two results have the same shape, kind of dtype and, up to rounding, values."""
    if image.shape != other.shape or image.dtype.kind != other.dtype.kind:
        return False
    if image.size == 0:
        return True
    one, two = image.astype(float), other.astype(float)
    if not (np.isfinite(one).all() and np.isfinite(two).all()):
        return np.array_equal(one, two, equal_nan=True)
    return np.abs(one - two).max() <= ROUNDING * max(1.0, np.abs(one).max())
