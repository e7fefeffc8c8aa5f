"""Choices about the array itself: is it a new one, does it depend on earlier calls or on layout."""

from __future__ import annotations

import numpy as np

from autograder.authoring import array_choices
from autograder.authoring.choices import Finding
from autograder.authoring.explains import (
    due_to_earlier_calls,
    failures,
    is_due_to_the_layout,
    wrong_pixels,
)
from autograder.exercises.weighted_sums import array_misconceptions as mistakes
from autograder.exercises.weighted_sums import bordering
from autograder.exercises.weighted_sums.probes import digits, same


def number_of_axes(seen):
    """The result has an axis too many, or is one number."""
    answer = seen.ask(seen.image, seen.kernel)
    came = answer.result
    if came is None or came.shape == seen.image.shape:
        return None
    if came.shape == (*seen.image.shape, 1):
        return Finding.of(mistakes.added_an_axis)
    if came.ndim > seen.ndim and came.shape[: seen.ndim] == seen.image.shape:
        text = f"The result has {came.ndim} axes: add up the products along all axes of the kernel."
        return Finding("returned_another_number_of_axes", text, explains=failures("shape"))
    if came.size == 1:
        return Finding("returned_one_number", ONE, explains=failures("shape"))
    return None


def shape(seen):
    """The shape of the result for a small image, if no choice at the border explains it."""
    came = seen.ask(seen.image, seen.kernel).result
    if came is None or came.shape[: seen.ndim] == seen.image.shape or came.size == 1:
        return None
    if bordering.reach(seen) is not None:
        return None
    what = "volume" if seen.ndim == 3 else "image"
    if came.shape == (seen.image.size,):
        text = f"The result is one long row of sums: end with reshape({what}.shape)."
        return Finding("returned_one_row", text, explains=failures("shape"))
    larger = [
        side + width - 1 for side, width in zip(seen.image.shape, seen.kernel.shape, strict=True)
    ]
    if came.shape == tuple(larger):
        text = f"The result is as large as the padded {what}; it should have the {what}'s shape."
        return Finding("returned_the_padded_size", text, explains=failures("shape"))
    text = (
        f"The {what} has the shape {seen.image.shape}, the kernel {seen.kernel.shape}, and the "
        f"result has the shape {came.shape}; it should have the {what}'s."
    )
    return Finding("returned_another_shape", text, explains=failures("shape"))


ONE = (
    "The result is a single number; return the whole array of sums, after the last loop has ended."
)


def emptiness(seen):
    """The result is 0 everywhere, or the image itself, whatever the kernel is."""
    came = seen.result(seen.image, seen.kernel)
    if came is None or came.shape != seen.image.shape:
        return None
    if not came.any():
        other = seen.result(seen.image + 1, seen.kernel + 1)
        zeros = Finding(
            "returned_zeros", ZEROS, explains=wrong_pixels(lambda shown: not shown.came.any())
        )
        return zeros if other is not None and not other.any() else None
    if same(came, seen.image):
        other = seen.result(seen.image, seen.kernel + 1)
        image = Finding("returned_the_image", IMAGE, explains=wrong_pixels(_is_the_image))
        return image if same(other, seen.image) else None
    return _few_set(seen, came)


def _is_the_image(shown):
    """Return whether a result is the image."""
    return np.array_equal(shown.came, shown.arguments[0])


def _is_mostly_unset(shown):
    """Return whether a wrong pixel is not set, as all behind the first row or plane."""
    return shown.pixel == 0 and not shown.came[1:].any()


ZEROS = "The result is 0 everywhere: no sum gets into the array that you return."
IMAGE = "The result is the image itself: no sum gets into the array that you return."


def _few_set(seen, came):
    """Only the first pixel, or the first row, holds anything: the function returns too soon."""
    rest = came.copy()
    rest[(0,) * seen.ndim] = 0
    if not rest.any():
        return Finding("returned_inside_the_loop", FIRST, explains=wrong_pixels(_is_mostly_unset))
    rest = came[1:]
    if seen.ndim == 2 and not rest.any() and came[0].all():
        return Finding("returned_inside_the_loop", ROW, explains=wrong_pixels(_is_mostly_unset))
    if seen.ndim == 3 and not rest.any() and came[0].any():
        return Finding("returned_inside_the_loop", PLANE, explains=wrong_pixels(_is_mostly_unset))
    return None


FIRST = "Only the first pixel of the result is set: does the return stand inside the loop?"
ROW = "Only the first row of the result is set: does the return stand inside the loop over rows?"
PLANE = "Only the first plane of the result is set: does the return stand inside the loop?"


def unused_kernel(seen):
    """A kernel of negative weights gives the same result; so it does where no sum is above 1."""
    one, other = seen.kernel, -1 - seen.kernel[::-1]
    dim = seen.image / (seen.image.max() * abs(other).sum())
    for image in (seen.image, dim):
        came = seen.result(image, one)
        if came is None or not came.any() or not same(came, seen.result(image, other)):
            return None
    text = "The result is the same for every kernel: use its weights."
    return Finding("ignored_the_kernel", text, explains=wrong_pixels(_is_of_any_kernel))


def _is_of_any_kernel(shown):
    """Return whether another kernel gives the same wrong pixel."""
    image, kernel = shown.arguments
    return shown.agrees_with(shown.asked(image, kernel[::-1] + 1))


def added_image(seen):
    """A kernel of zeros gives the image itself."""
    if not same(seen.result(seen.image, 0 * seen.kernel), seen.image):
        return None

    def explains(shown):
        image, right = shown.arguments[0], shown.right
        return right is not None and any(map(shown.is_made_by, (image + right, image - right)))

    text = "With a kernel of zeros, your result is the image itself: return the sums alone."
    return Finding("added_the_image", text, explains=wrong_pixels(explains))


def changed_arguments(seen):
    """The image or the kernel is written to."""
    for dtype in (float, np.uint8):
        image, kernel = digits((4,) * seen.ndim, 9, 23).astype(dtype), np.ones((3,) * seen.ndim)
        answer = seen.ask(image, kernel)
        if 0 in answer.changed and answer.shares_memory:
            return Finding.of(mistakes.edited_the_input, array_choices.is_of_changes)
        if answer.changed:
            which = "image" if 0 in answer.changed else "kernel"
            which = "volume" if which == "image" and seen.ndim == 3 else which
            text = f"Your function changes the {which} that it is called with; work on a copy."
            changes = array_choices.is_of_changes
            return Finding("changed_an_argument", text, explains=changes)
        if answer.result is not None and answer.shares_memory:
            return Finding("returned_a_view", VIEW, explains=failures("arguments"))
    return None


VIEW = "The result lies in the memory of the image: return a new array."


def memory(seen):
    """The same call gives another result the second time, or changes the first."""
    image, kernel = digits((4,) * seen.ndim, 9, 23), np.ones((3,) * seen.ndim)
    first = seen.ask(image, kernel, again=True)
    second = seen.ask(image + 1, kernel, again=True)
    third = seen.ask(image, kernel, again=True)
    if second.changed_earlier_result or third.changed_earlier_result:
        return Finding.of(mistakes.kept_one_result_array, due_to_earlier_calls, is_all=True)
    if first.result is None or third.result is None or same(third.result, first.result):
        return None
    if same(seen.ask(image, 0 * kernel, again=True).result, third.result):
        return Finding.of(mistakes.went_on_from_the_last_result, due_to_earlier_calls, is_all=True)
    return Finding("depends_on_earlier_calls", DEPENDS, False, True, due_to_earlier_calls)


DEPENDS = (
    "The same call gives another result the second time: some pixels are never set, or something "
    "is kept from the call before."
)


def layout(seen):
    """The same numbers in another memory layout give another result."""
    image, kernel = digits((4,) * seen.ndim, 9, 29), np.ones((3,) * seen.ndim)
    usual, other = seen.ask(image, kernel), seen.ask(np.asfortranarray(image), kernel)
    if usual.result is None or same(usual.result, other.result):
        return None
    if other.failure == "exception":
        text = "An image stored in memory column by column stops your function with an error."
        return Finding("assumed_the_usual_memory_layout", text, True, explains=is_due_to_the_layout)
    return Finding.of(mistakes.assumed_the_usual_memory_layout, is_due_to_the_layout)
