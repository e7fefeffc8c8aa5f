"""Choices that every function of arrays makes: its result is new, or not; it repeats, or not."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import due_to_earlier_calls, failures, is_due_to_the_layout


def _is_same(one, other):
    """Return whether two results are the same array, or both missing."""
    if one is None or other is None:
        return one is other
    return one.shape == other.shape and np.array_equal(one, other, equal_nan=True)


def memory(seen):
    """The same call gives another result the second time, or changes the first."""
    first_image, other_image, *rest = seen.twice()
    first = seen.ask(first_image, *rest, again=True)
    second = seen.ask(other_image, *rest, again=True)
    third = seen.ask(first_image, *rest, again=True)
    found = {"is_all": True, "explains": due_to_earlier_calls}
    if second.changed_earlier_result and _is_same(first.result, second.result):
        return Finding("kept_one_result_for_a_shape", ONE_RESULT, **found)
    if second.changed_earlier_result or third.changed_earlier_result:
        return Finding("kept_one_result_array", ONE_ARRAY, **found)
    if _is_same(first.result, third.result):
        return None
    return Finding("depends_on_earlier_calls", DEPENDS, **found)


ONE_RESULT = (
    "For another image of the same shape, your function returns the same array again, with the "
    "same numbers: make a new result from the image of each call."
)
ONE_ARRAY = "Every call writes into the same array, so a later call changes an earlier result."
DEPENDS = (
    "The same call gives another result the second time: some pixels are never set, or something "
    "is kept from the call before."
)


def changed_arguments(seen):
    """An argument is written to, or is the result."""
    image, _, *rest = seen.twice()
    for dtype in (float, np.uint8):
        answer = seen.ask(image.astype(dtype), *rest)
        if answer.changed:
            which = "footprint" if 1 in answer.changed else "image"
            text = f"Your function changes the {which} that it is called with; work on a copy."
            return Finding("changed_an_argument", text, explains=is_of_changes)
        if answer.shares_memory:
            text = "The result lies in the memory of an argument: return a new array."
            return Finding("returned_a_view", text, explains=failures("arguments"))
    return None


def is_of_changes(shown):
    """Return whether the call changed an argument, which may be behind wrong pixels as well."""
    return shown.about in ("arguments", "values") and bool(shown.changed)


def layout(seen):
    """The same numbers in another memory layout give another result."""
    image, _, *rest = seen.twice()
    usual, other = seen.ask(image, *rest), seen.ask(np.asfortranarray(image), *rest)
    if usual.result is None or _is_same(usual.result, other.result):
        return None
    stops = other.failure == "exception"
    end = "stops your function with an error" if stops else "gives another result"
    text = f"An image stored in memory column by column {end}."
    explains = is_due_to_the_layout
    return Finding("relied_on_memory_layout", text, stops=stops, explains=explains)


def shape(seen):
    """The result has another shape than the image."""
    image, _, *rest = seen.twice()
    came = seen.ask(image, *rest).result
    if came is None:
        return None
    if came.shape == image.shape:
        return _lost_axes(seen, image, rest)
    text = f"An image of shape {image.shape} gives a result of shape {came.shape}."
    if rest and came.ndim == image.ndim and came.shape == rest[0].shape:
        text = "The result has the shape of the second argument: are the two exchanged somewhere?"
    return Finding("returned_another_shape", text, explains=failures("shape"))


def _lost_axes(seen, image, rest):
    """A result lacks an axis if the image has a single row, or a single column."""
    for single in (image[:1], image[:, :1]):
        came = seen.ask(single, *rest).result
        if came is not None and came.ndim < image.ndim:
            text = f"An image of shape {single.shape} gives a result of shape {came.shape}: keep "
            return Finding("lost_an_axis", f"{text}all axes.", explains=_is_of_lost_axes)
    return None


def _is_of_lost_axes(shown):
    """Return whether a result has too few axes, for an image with a side of 1."""
    image, came = shown.arguments[0], shown.came
    return shown.about == "shape" and 1 in image.shape and came.ndim < image.ndim
