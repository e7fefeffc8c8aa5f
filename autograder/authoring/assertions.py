"""Assertions that say which rule was broken, what was seen, and where the first wrong pixel is."""

from __future__ import annotations

import numpy as np

from autograder.authoring.failures import BrokeARule, Unusable, WrongResult
from autograder.authoring.layouts import laid_out
from autograder.imaging.grids import pixel_of, place


def assert_same_image(actual, expected, within=0.0, rule="The result should be the expected one."):
    """Compare shape and values; dtypes may differ.

    Parameters
    ----------
    actual : ndarray
        What the student's function returned.
    expected : ndarray
        The right answer, of any shape.
    within : float
        Largest difference that counts as none; 0 for exact equality.
    rule : str
        The sentence that a student reads first.

    Raises
    ------
    WrongResult
        With both arrays and the index of the first wrong pixel in row-major order.
    """
    assert_shape(actual, expected.shape)
    _assert_finite(actual, expected)
    wrong = actual != expected if within == 0 else np.abs(actual - expected.astype(float)) > within
    if wrong.any():
        where = first(wrong)
        yours, right = told_apart(actual[where], expected[where])
        seen = f"At {place(where)} it is {yours} instead of {right}{_how_many(wrong)}."
        raise WrongResult(rule, seen, expected, actual, where)


def assert_shape(actual, shape, rule="The result should have the image's shape."):
    """Raise `Unusable` unless `actual` has this shape."""
    if actual.shape != tuple(shape):
        seen = f"It has shape {actual.shape} instead of {tuple(shape)}."
        raise Unusable(rule, seen, actual=actual, about="shape")


def _assert_finite(actual, expected=None):
    """Raise `WrongResult` if NaN or infinity stands instead of a number."""
    wrong = ~np.isfinite(actual)
    if wrong.any():
        where = first(wrong)
        seen = f"At {place(where)} it is {actual[where]}{_how_many(wrong)}."
        rule = f"Every {pixel_of(actual)} should be a number."
        raise WrongResult(rule, seen, expected, actual, where)


def assert_floating(actual):
    """Raise `WrongResult` unless `actual` holds floating-point numbers."""
    if not np.issubdtype(actual.dtype, np.floating):
        rule = "The result should hold floating-point numbers, such as float64."
        raise WrongResult(rule, f"Its dtype is {actual.dtype}.", actual=actual, about="dtype")


def assert_dtype(actual, dtype, rule="The result should have the image's dtype."):
    """Raise `WrongResult` unless `actual` has exactly this dtype."""
    dtype = np.dtype(dtype)
    if actual.dtype != dtype:
        seen = f"Its dtype is {actual.dtype} instead of {dtype}."
        raise WrongResult(rule, seen, actual=actual, about="dtype")


def assert_everywhere(holds, rule, actual, other=None, name=""):
    """Raise `WrongResult` at the first pixel where the boolean array `holds` is False.

    The message tells the pixel of another array, too, by the name of that.
    """
    if not holds.all():
        where = first(~holds)
        seen = f"At {place(where)} it is {number(actual[where])}"
        seen += "" if other is None else f", and {name} is {number(other[where])} there"
        raise WrongResult(rule, f"{seen}{_how_many(~holds)}.", actual=actual, where=where)


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


def assert_own_work(function, *arguments):
    """Call `function`; neither this call nor any before it may have used a forbidden function."""
    function(*arguments)
    if function.forbidden:
        raise BrokeARule(
            f"The work of {function.name} should be your own. "
            f"In an earlier check it called {function.forbidden[0]}."
        )


def first(mask):
    """Return the index of the first True pixel, in row-major order, as a tuple of int."""
    return tuple(int(i) for i in np.unravel_index(int(np.argmax(mask)), mask.shape))


def number(value):
    """Return a pixel's value as short text: whole numbers without a point."""
    value = value.item()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def told_apart(value, other):
    """Return two values as short texts, with all their digits if those would be the same."""
    texts = number(value), number(other)
    return texts if texts[0] != texts[1] else (str(value.item()), str(other.item()))


def _how_many(wrong):
    """Return how many pixels are wrong, if it is more than one, as the end of a sentence."""
    count = int(wrong.sum())
    return f" ({count} of {wrong.size} {pixel_of(wrong)}s are wrong)" if count > 1 else ""


def _ordinal(index):
    """Return the word for a position counted from 0: first, second, third."""
    return ("first", "second", "third", "fourth")[index]
