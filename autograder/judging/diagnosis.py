"""Recognise a known mistake: a submission that behaves as one misconception does, and as no other.

What is compared is every call that the checks made anyway, before any search for smaller ones: on
the smallest input several mistakes look alike.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from autograder.judging.relations import only_relation

# With less to go by, a mistake that is in no list could pass for one that is.
FEWEST_CALLS, FEWEST_PIXELS = 12, 5000
ROUNDING = 1e-6


def diagnosed(exercise, functions, outcomes, answers):
    """Return the outcomes, those that did not pass with the name of the mistake behind them.

    Where no known mistake is recognised, they may get a sentence on how the results relate to the
    right ones.

    Parameters
    ----------
    exercise : Exercise
        What was checked.
    functions : dict of str to JudgedFunction
        The functions, with the history of their calls.
    outcomes : list of Outcome
        In the order of the checks.
    answers : AnswerCache
        Keeps what right and mistaken functions answer.
    """
    failed = {c.name for c in exercise.checks} - {o.name for o in outcomes if o.status == "passed"}
    if not failed:
        return outcomes
    wrong = [
        name for name in exercise.functions if not _is_right(exercise, functions[name], answers)
    ]
    explained, name, hint = _first_explanation(exercise, functions, wrong, answers)
    return [
        replace(outcome, misconception=name, hint=hint)
        if check.name in failed and _is_behind(explained, check, outcome, wrong)
        else outcome
        for check, outcome in zip(exercise.checks, outcomes, strict=True)
    ]


def _is_behind(function, check, outcome, wrong):
    """Return whether a check failed because of one function, of all that are `wrong`.

    Where another function of the check is wrong, too, it is the last call that tells.
    """
    if function not in check.functions:
        return False
    if not any(each in wrong for each in check.functions if each != function):
        return True
    return outcome.counterexample is not None and outcome.counterexample.function == function


def _is_right(exercise, function, answers):
    """Return whether a function has done what the right one would have, where there is one."""
    oracle = exercise.oracles.get(function.name)
    return oracle is not None and not function.forbidden and _behaves_as(oracle, function, answers)


def _first_explanation(exercise, functions, wrong, answers):
    """Return the first wrong function that has a hint, the name of its mistake or None, and that.

    Functions come in the order of the exercise: a mistake in the opening shows in the top-hat that
    is made from it, and would there pass for another.
    """
    for name in wrong:
        function, oracle = functions[name], exercise.oracles.get(name)
        mistake = _only_one_alike(exercise.misconceptions, function, answers)
        if mistake is not None:
            return name, mistake.name, mistake.hint
        if oracle is not None and not function.forbidden:
            relation = only_relation(list(_compared(oracle, function, answers)))
            if relation:
                return name, None, relation
    return None, None, ""


def _only_one_alike(misconceptions, function, answers):
    """Return the only misconception that does what a function's calls show, or None."""
    of_it = [each for each in misconceptions if each.of == function.name]
    if function.forbidden:
        alike = [each for each in of_it if each.is_about_libraries]
    elif _is_enough(function.history):
        alike = [each for each in of_it if _is_made_by(function, each, answers)]
    else:
        return None
    return alike[0] if len(alike) == 1 else None


def _is_made_by(function, mistake, answers):
    """Return whether a function does what a misconception does, in any of its ways."""
    ways = (mistake.function, *mistake.otherwise)
    return any(_behaves_as(each, function, answers) for each in ways)


def _is_enough(history):
    """Return whether there are calls enough to tell one mistake from another."""
    pixels = sum(call.result.size for call in history if call.result is not None)
    return len(history) >= FEWEST_CALLS or pixels >= FEWEST_PIXELS


def _compared(oracle, function, answers):
    """Yield the right result, the one that came, and the arguments of each call with a result."""
    history = [call for call in function.history if call.result is not None]
    for call, right in zip(history, answers.answers(oracle, function.name, history), strict=True):
        if right.result is not None:
            yield right.result, call.result, call.arguments


def _behaves_as(other, function, answers):
    """Return whether another function answers every call in a function's history as it did."""
    overwrote = False
    doubles = answers.answers(other, function.name, function.history)
    for call, again in zip(function.history, doubles, strict=True):
        if not _alike(call, again):
            return False
        overwrote |= again.changed_earlier_result
    return overwrote == any(call.changed_earlier_result for call in function.history)


def _alike(call, other):
    """Return whether two calls came to the same: result, and what happened to the arguments."""
    if call.failure != other.failure:
        return False
    if (call.changed, call.shares_memory) != (other.changed, other.shares_memory):
        return False
    if call.result is None or other.result is None:
        return call.result is other.result
    return _same_image(call.result, other.result)


def _same_image(image, other):
    """Return whether two results have the same shape, kind of dtype and, up to rounding, values."""
    if image.shape != other.shape or image.dtype.kind != other.dtype.kind:
        return False
    if image.size == 0:
        return True
    one, two = image.astype(float), other.astype(float)
    if not (np.isfinite(one).all() and np.isfinite(two).all()):
        return np.array_equal(one, two, equal_nan=True)
    return np.abs(one - two).max() <= ROUNDING * max(1.0, np.abs(one).max())
