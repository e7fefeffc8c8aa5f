"""Recognise a known mistake: a submission that behaves as one misconception does, and as no other.

What is compared is every call that the checks made anyway, before any search for smaller ones: on
the smallest input several mistakes look alike.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from autograder.judging.choosing import asks_of
from autograder.judging.contrasts import contrast
from autograder.judging.explaining import explanation
from autograder.judging.relations import is_equal, relation_of
from autograder.judging.showing import shown_of

# With less to go by, a mistake that is in no list could pass for one that is.
FEWEST_CALLS, FEWEST_PIXELS = 12, 5000
ROUNDING = 1e-6


def diagnosed(exercise, functions, outcomes, answers):
    """Return the outcomes, those that did not pass with the name of the mistake behind them.

    If no known mistake is recognised, they may get sentences on choices that are wrong, each found
    by itself, or one on how the results relate to the right ones.

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
    behind = functions_behind(exercise, functions, outcomes, answers)
    explained = explanations(exercise, functions, outcomes, behind, answers)
    return [_with_explanation(outcome, behind.get(outcome.name), explained) for outcome in outcomes]


def functions_behind(exercise, functions, outcomes, answers):
    """Return for each check that failed because of a wrong function the name of that."""
    failed = [
        (check, outcome)
        for check, outcome in zip(exercise.checks, outcomes, strict=True)
        if outcome.status != "passed"
    ]
    concerned = {each for check, _ in failed for each in check.functions}
    wrong = [
        each
        for each in exercise.functions
        if each in concerned and not _is_right(exercise, functions[each], answers)
    ]
    found = {check.name: _function_behind(check, outcome, wrong) for check, outcome in failed}
    return {check: function for check, function in found.items() if function is not None}


def explanations(exercise, functions, outcomes, behind, answers):
    """Return the `Explanation` of each function that is behind a failed check, by its name."""
    asks = asks_of(functions)
    return {
        function: _explained_function(
            exercise,
            asks,
            functions[function],
            answers,
            [outcome for outcome in outcomes if behind.get(outcome.name) == function],
        )
        for function in exercise.functions
        if function in behind.values()
    }


def _with_explanation(outcome, function, explained):
    """Return an outcome with what is known of the function behind it, if that is wrong."""
    if function is None:
        return outcome
    name, hint, further = explained[function].of(function, outcome)
    return replace(outcome, misconception=name, hint=hint, further=further)


def _function_behind(check, outcome, wrong):
    """Return the function because of which a check failed, of all that are `wrong`, or None.

    If several of the check's are wrong, it is the last call that tells.
    """
    of_check = [each for each in check.functions if each in wrong]
    if len(of_check) == 1:
        return of_check[0]
    called = outcome.counterexample and outcome.counterexample.function
    return called if called in of_check else None


def _explained_function(exercise, asks, subject, answers, outcomes):
    """Return the `Explanation` of one wrong function."""
    oracle = exercise.oracles.get(subject.name)

    def results():
        return list(_compared(oracle, subject, answers)) if oracle and not subject.forbidden else []

    def rightness():
        stopped = [call.arguments for call in subject.history if call.failure[:9] == "exception"]
        both = [(arguments, is_equal(right, came)) for right, came, arguments in results()]
        return both + [(arguments, False) for arguments in stopped] if oracle else []

    return explanation(
        exercise,
        asks,
        subject,
        outcomes,
        mistake=lambda: _only_one_alike(exercise.misconceptions, subject, answers),
        shown=lambda outcome: shown_of(outcome, subject, oracle),
        others=lambda: _of_all_results(results(), rightness(), exercise.parameters[subject.name]),
    )


def _of_all_results(results, rightness, parameters):
    """Return the findings on what all wrong results have in common."""
    found = relation_of(results), contrast(rightness, parameters)
    return [each for each in found if each is not None]


def _is_right(exercise, subject, answers):
    """Return whether a function has done what the right one would have, if there is one."""
    oracle = exercise.oracles.get(subject.name)
    return oracle is not None and not subject.forbidden and _behaves_as(oracle, subject, answers)


def _only_one_alike(misconceptions, subject, answers):
    """Return the only misconception that does what a function's calls show, or None."""
    of_it = [each for each in misconceptions if each.of == subject.name]
    if subject.forbidden:
        alike = [each for each in of_it if each.is_about_libraries]
    elif _is_enough(subject.history):
        alike = [each for each in of_it if _is_made_by(subject, each, answers)]
    else:
        return None
    return alike[0] if len(alike) == 1 else None


def _is_made_by(subject, mistake, answers):
    """Return whether a function does what a misconception does, in any of its ways."""
    ways = (mistake.function, *mistake.otherwise)
    return any(_behaves_as(each, subject, answers) for each in ways)


def _is_enough(history):
    """Return whether there are calls enough to tell one mistake from another."""
    pixels = sum(call.result.size for call in history if call.result is not None)
    return len(history) >= FEWEST_CALLS or pixels >= FEWEST_PIXELS


def _compared(oracle, subject, answers):
    """Yield the right result, the one that came, and the arguments of each call with a result."""
    history = [call for call in subject.history if call.result is not None]
    for call, right in zip(history, answers.answers(oracle, subject.name, history), strict=True):
        if right.result is not None:
            yield right.result, call.result, call.arguments


def _behaves_as(function, subject, answers):
    """Return whether a function answers every call in a subject's history as the subject did."""
    overwrote = False
    doubles = answers.answers(function, subject.name, subject.history)
    for call, again in zip(subject.history, doubles, strict=True):
        if not _alike(call, again):
            return False
        overwrote |= again.changed_earlier_result
    return overwrote == any(call.changed_earlier_result for call in subject.history)


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
