"""Choices that show on images whose sides differ: which side is taken for which."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.exercises.weighted_sums.bordering import (
    agrees,
    border_kind,
    expected,
    reach_kind,
)
from autograder.exercises.weighted_sums.probes import digits


def unlike_sides(seen):
    """Images with unlike sides, when square ones come out as the border and the kernel explain."""
    kind, reach = seen.settled("border", border_kind), seen.settled("reach", reach_kind)
    if kind is None or not reach:
        return None
    model = next(iter(reach.values()))
    kernel, answers = np.ones((3,) * seen.ndim), []
    for shape in seen.unlike_shapes():
        image = digits(shape, 5, 13)
        answer = seen.ask(image, kernel)
        came = None if answer.result is None else answer.result.astype(float)
        answers.append((image, answer, came, expected(seen, image, kernel, model)))
    if all(agrees(came, wanted) for _, _, came, wanted in answers):
        return None
    return _confused(seen, answers)


def _confused(seen, answers):
    """Say which side was taken for which, or only that such images come out wrong."""
    found = {
        axis
        for axis in range(seen.ndim)
        if all(_is_counted_by(axis, image, came, wanted) for image, _, came, wanted in answers)
    }
    if len(found) == 1 and any(came is not None for _, _, came, _ in answers):
        return seen.counted_by(found.pop())
    if all(answer.failure == "exception" for _, answer, _, _ in answers):
        name, text = "stopped_at_images_that_are_not_square", seen.STOPS
    else:
        name, text = "confused_the_sides_of_the_image", seen.CONFUSED
    return Finding(name, text, stops=True, explains=_is_of_unlike_sides)


def _is_of_unlike_sides(shown):
    """Return whether the sides of the image differ in a failure that may be due to that."""
    is_unlike = len(set(shown.arguments[0].shape)) > 1
    return is_unlike and (shown.about == "values" or shown.is_about_shapes)


def _is_counted_by(axis, image, came, wanted):
    """Return whether a result has a sum in as many places of all axes as one axis is long."""
    side = image.shape[axis]
    if side > min(image.shape):
        return came is None
    if came is None or wanted is None or came.shape != wanted.shape:
        return False
    visited = (slice(side),) * image.ndim
    only = np.zeros(wanted.shape)
    only[visited] = wanted[visited]
    return agrees(came, only) and not agrees(came, wanted)
