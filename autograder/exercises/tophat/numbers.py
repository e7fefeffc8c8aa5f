"""Choices of grey values in the four functions: fractions, range, levels, all at once."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import wrong_pixels
from autograder.exercises.tophat import step_models
from autograder.exercises.tophat.as_found import with_difference
from autograder.exercises.tophat.differences import RIGHT
from autograder.exercises.tophat.observed import SQUARE, same

FINISHES = {
    "right": lambda values: values,
    "clip": lambda values: values.clip(0, 255),
    "clip at 0": lambda values: values.clip(0),
    "clip at 255": lambda values: values.clip(None, 255),
    "clip to 1": lambda values: values.clip(0, 1),
    "round": np.round,
    "cut": np.trunc,
    "bytes": lambda values: np.trunc(values) % 256,
}
LOST = {
    "clip": "Values below 0 and above 255 are cut off; grey values may lie anywhere.",
    "clip at 0": "Values below 0 are cut off; grey values may lie anywhere.",
    "clip at 255": "Values above 255 are cut off; grey values may lie anywhere.",
    "clip to 1": "Values above 1 are cut off; grey values may lie anywhere.",
    "round": "Your result is rounded to whole numbers; keep the fractions.",
    "cut": "The fractions of grey values are lost, as in a conversion to integers; keep them.",
    "bytes": "Grey values are turned into bytes, which hold only whole numbers from 0 to 255.",
}
LEVELS = np.array([300.0, 0.5, 7.25, 2.75, 255.75, 41.0, -3.25, -0.75])


def numbers(seen):
    """What becomes of fractions and of values outside 0 to 255: in flat images, or as a spot."""
    came, levels = [], LEVELS[:6] if seen.is_tophat else LEVELS
    for level in levels:
        image, background = np.full((7, 7), level), 0.0
        if seen.is_tophat:
            background = 0.0 if seen.name == "white_tophat" else 400.0
            image[...] = background
            image[3, 3] = background + (level if background == 0 else -level)
        result = seen.raw(image, SQUARE)
        if result is None or result.shape != image.shape:
            return None
        came.append(result[3, 3])
    fits = [name for name, finish in FINISHES.items() if np.allclose(finish(levels), came)]
    if len(fits) != 1 or fits == ["right"]:
        return _negative(seen)
    finish = FINISHES[fits[0]]
    explains = wrong_pixels(lambda shown: _is_finished(finish, seen, shown))
    return Finding(f"numbers:{fits[0]}", LOST[fits[0]], explains=explains)


def _is_finished(finish, seen, shown):
    """Return whether a wrong pixel is what a loss of numbers makes of the result, or of the image.

    In a top-hat, of one of the two images that are subtracted, too.
    """
    image, given = shown.arguments[0].astype(float), shown.arguments[1]
    cut = finish(image)
    opened = step_models.steps(seen.right_steps, cut, given)
    results = finish(shown.right.astype(float)), with_difference(seen, cut, opened)
    return any(map(shown.is_made_by, (*results, with_difference(seen, image, opened))))


def _negative(seen):
    """Grey values below 0 count as 0 in a top-hat."""
    if not seen.is_tophat:
        return None
    sign = 1 if seen.name == "white_tophat" else -1
    image = np.full((7, 7), -9.0)
    image[3, 3] = -9 + 2 * sign
    low = seen.raw(image, SQUARE)
    high = seen.raw(image + 50, SQUARE)
    if low is None or high is None or high[3, 3] != 2 or low.any():
        return None
    text = "Grey values below 0 count as 0; they are grey values like any other."
    below = wrong_pixels(lambda shown: (shown.arguments[0] < 0).any())
    return Finding("numbers:negative", text, explains=below)


def thresholded(seen):
    """The result has two values only, on an image with many."""
    image = seen.framed_probes[0][0]
    came = seen.raw(image, SQUARE)
    if came is None or len(np.unique(came)) > 2 or not came.any():
        return None
    text = "The result has two grey values only: keep all that the image has, without a threshold."
    two = wrong_pixels(lambda shown: len(np.unique(shown.came)) <= 2)
    return Finding("thresholded", text, explains=two)


def stretched(seen):
    """The right differences, times a number that is another for each image."""
    times = []
    for image, footprint in seen.framed_probes[:2]:
        came, first = (
            seen.raw(image, footprint),
            step_models.steps(seen.right_steps, image, footprint),
        )
        right = with_difference(seen, image, first)
        if came is None or not right.any() or not same(came, right * came.max() / right.max()):
            return None
        times.append(came.max() / right.max())
    if np.allclose(times, 1) or not all(times):
        return None
    text = "The result is stretched: all grey values are multiplied; return them as they come."
    return Finding("stretched", text)


def zero_levels(seen):
    """The result is wrong on an image with zeros, and right if all its grey values are larger."""
    image, given = seen.framed_probes[0]

    def is_right(brighter):
        right = step_models.steps(seen.right_steps, brighter, given)
        return same(seen.transformed(brighter, given), right)

    if is_right(image) or not is_right(image + 5):
        return None
    text = "Only images without zeros come out right: 0 is a grey value like any other."
    zero = wrong_pixels(lambda shown: (shown.arguments[0] == 0).any())
    return Finding("numbers:zero", text, explains=zero)


def zeros(seen):
    """The result is 0 everywhere."""
    came = [seen.raw(*probe) for probe in (seen.framed_probes[0], seen.border_probes[0])]
    if any(each is None or each.any() for each in came):
        return None
    text = "The result is 0 everywhere: print what each step gives."
    if seen.is_tophat:
        text = f"The result is 0 everywhere; {RIGHT[seen.name][2]}. "
        text += "The other way round, no difference is above 0."
    return Finding(
        "returned_zeros", text, explains=wrong_pixels(lambda shown: not shown.came.any())
    )
