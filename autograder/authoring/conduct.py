"""Assertions on what a function does, whatever it works out: answers, alters, keeps, and calls."""

from __future__ import annotations

import numpy as np

from autograder.authoring.assertions import assert_same_image
from autograder.authoring.failures import BrokeARule, WrongResult
from autograder.authoring.layouts import LAYOUTS, laid_out

WORKS_FIRST = "{} should work first; this check comes after that."


def assert_does_something(function, *arguments):
    """Call `function`; the image itself, one number, or what never changes is not an answer at all.

    Whoever returns that has kept every promise that compares a result with another. What goes by
    the shape alone changes with that, so there is a second image of the same shape.
    """
    image, *others = arguments
    result, another = function(*arguments), function(np.flip(image).copy(), *others)
    rule = WORKS_FIRST.format(function.name)
    if function.looks_at_nothing:
        raise WrongResult(rule, "It returned the same array for all arguments.", actual=result)
    if seen := why_no_answer(result, image):
        raise WrongResult(rule, seen, actual=result)
    if np.array_equal(result, another, equal_nan=True):
        raise WrongResult(rule, "It returned the same array for another image.", actual=result)


def assert_answers(function, oracle, *arguments):
    """Raise `WrongResult` if `function` does something only with images that everybody knows.

    Everybody knows those with which `assert_does_something` calls it; `arguments` are drawn, and
    `oracle` returns the right result of them.
    """
    if not function.answers_nothing:
        return
    result, image = function(*arguments), arguments[0]
    seen = why_no_answer(result, image)
    if seen and not why_no_answer(oracle(*arguments), image):
        raise WrongResult(WORKS_FIRST.format(function.name), seen, actual=result)


def why_no_answer(result, image):
    """Return a sentence if a result is the image itself, or one number; "" if not."""
    if result.shape == image.shape and (result == image).all():
        return "It returned the image as it is."
    if result.size == 0 or (result == result.flat[0]).all():
        return "It returned the same number everywhere."
    return ""


def assert_leaves_arguments_alone(function, *arguments):
    """Call `function` some times; no argument may change or come back, no earlier result change.

    The second image is another one: a shared array would hold the same values again otherwise. It
    is part of a larger one, which may be changed, too. It comes twice: a result that was kept would
    be handed out again.
    """
    image, *others = arguments
    other = laid_out(1 + image[::-1], "every other pixel")
    calls = [function.observe(each, *others, again=True) for each in (image, other, other)]
    for call in calls:
        assert_unchanged(call)
    if any(call.changed_earlier_result for call in calls[1:]):
        rule = "A later call should not change the result of an earlier one."
        raise WrongResult(rule, "The results of both calls share one array.", about="memory")


def assert_unchanged(call):
    """Raise `WrongResult` if a call changed an argument, or returned one or a part of it."""
    if call.changed:
        rule = f"{call.function} should leave its arguments as they are."
        seen = f"It changed its {_ordinal(call.changed[0])} argument."
        raise WrongResult(rule, seen, about="arguments")
    if call.shares_memory:
        rule = f"{call.function} should return a new array."
        seen = "It returned its own argument, or a view of it."
        raise WrongResult(rule, seen, about="arguments")


def assert_repeatable(function, image, *others, within=0.0):
    """Call `function`, then with another image, then as before: the results should be equal."""
    images = (image, 1 + image[::-1], image)
    before, _, after = [function.observe(each, *others, again=True).result for each in images]
    rule = "The same arguments should give the same result, whatever was called in between."
    assert_same_image(after, before, within, rule)


def assert_same_in_any_layout(function, *arguments, within=0.0):
    """Call `function` with arrays in each memory layout; the results should be as in C order."""
    as_usual = function(*arguments)
    for layout in LAYOUTS:
        rule = f"Another memory layout ({layout}) should give the same result."
        result = function(*(laid_out(each, layout) for each in arguments))
        assert_same_image(result, as_usual, within, rule)


def assert_own_work(function, *arguments):
    """Call `function`; neither this call nor any before it may have used a forbidden function."""
    function(*arguments)
    if function.forbidden:
        raise BrokeARule(
            f"The work of {function.name} should be your own. "
            f"In an earlier check it called {function.forbidden[0]}."
        )


def _ordinal(index):
    """Return the word for a position counted from 0: first, second, third."""
    return ("first", "second", "third", "fourth")[index]
