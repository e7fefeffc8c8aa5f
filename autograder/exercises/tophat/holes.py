"""Choices of what takes part under the zeros of a footprint, apart from the whole rectangle."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import wrong_pixels
from autograder.exercises.tophat import step_models
from autograder.exercises.tophat.footprints import framed
from autograder.exercises.tophat.observed import CROSS, HOLED, HOLLOW, SQUARE, same


def holes(seen):
    """Something takes part under the zeros of a footprint: flat images do not stay as they are."""
    if seen.is_tophat:
        return None
    if _counts_the_middle(seen):
        explains = wrong_pixels(lambda shown: _is_of_the_middle(seen, shown))
        return Finding("footprint:middle", MIDDLE, explains=explains)
    for level in (-7.0, 1000.0):
        image = np.full((9, 9), level)
        full, crossed = (seen.transformed(image, each) for each in (SQUARE, CROSS))
        if full is None or crossed is None or not (full == level).all():
            continue
        value = crossed[4, 4]
        if value == level:
            continue
        text = f"{UNDER_ZEROS} With a cross, an image of {level:g}s becomes {value + 0.0:g}."
        explains = wrong_pixels(lambda shown, value=value: _is_of_a_hole(value, shown))
        return Finding("footprint:under zeros", text, explains=explains)
    return None


MIDDLE = (
    "The pixel itself always takes part, even if the footprint has a 0 in its middle: choose the "
    "pixels under the 1s only."
)


def _with_middle(given):
    """Return a footprint with a 1 in its middle."""
    filled = given.copy()
    filled[tuple(side // 2 for side in given.shape)] = 1
    return filled


def _counts_the_middle(seen):
    """Return whether holes in the middle of footprints count as 1s."""
    for each in (HOLED[0], HOLLOW):
        image = framed(seen.framed_probes[0][0], each)
        right, filled = (
            step_models.steps(seen.right_steps, image, given)
            for given in (each, _with_middle(each))
        )
        came = seen.transformed(image, each)
        if same(came, right) or not same(came, filled):
            return False
    return True


def _is_of_the_middle(seen, shown):
    """Return whether a wrong pixel is that of a footprint with a 1 in its middle."""
    image, given = shown.arguments
    filled = _with_middle(given)
    return shown.is_made_by(step_models.steps(seen.right_steps, image.astype(float), filled))


UNDER_ZEROS = "Choose the pixels under the 1s of the footprint only."


def _is_of_a_hole(value, shown):
    """Return whether a wrong pixel is the number that takes part under zeros."""
    image, given = shown.arguments
    return not given.all() and shown.is_made_by(np.full(image.shape, value))
