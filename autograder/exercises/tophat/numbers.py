"""Choices of numbers in the four functions: dtype, fractions, range, and differences that wrap."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.exercises.tophat import step_models
from autograder.exercises.tophat.observed import SQUARE, greys, same


def absolute(seen):
    """In bytes, a difference below 0 has wrapped round before its absolute value was taken."""
    if not seen.is_tophat:
        return None
    image = np.full((7, 7), 9, np.uint8)
    image[3, 3] = 13 if seen.name == "white_tophat" else 5
    came = seen.raw(image, SQUARE)
    right = seen.raw(image.astype(float), SQUARE)
    if came is None or right is None or right[3, 3] != 4 or came[3, 3] != 252:
        return None
    return Finding("took_the_absolute_difference", WRAPPED)


WRAPPED = (
    "In bytes, your difference wraps round below 0 before it is made positive: subtract the other "
    "way round."
)


def dtype(seen):
    """The dtype of the result is another than the image's."""
    found = {}
    for each in (np.uint8, np.int16, np.float32, np.float64):
        came = seen.ask(greys((5, 6), 61).astype(each), SQUARE).result
        if came is None:
            return None
        found[np.dtype(each)] = came.dtype
    wrong = {wanted: came for wanted, came in found.items() if wanted != came}
    if not wrong:
        return None
    if set(found.values()) == {np.dtype(bool)}:
        text = "The result holds True and False only; keep the grey values."
        return Finding("dtype:bool", text)
    if set(found.values()) == {np.dtype(np.uint8)}:
        text = (
            "Your result holds bytes, whatever the image's dtype is: only whole numbers, 0 to 255."
        )
        return Finding("dtype:bytes", text)
    if all(came.kind == "f" for came in found.values()):
        text = "You returned floating-point numbers; the result should have the dtype of the image."
        return Finding("dtype:floats", text)
    wanted, came = next(iter(wrong.items()))
    text = f"An image of {wanted} gives a result of {came}; it should have the image's dtype."
    return Finding("dtype:other", text)


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
    return Finding(f"numbers:{fits[0]}", LOST[fits[0]])


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
    return Finding("numbers:negative", text)


def thresholded(seen):
    """The result has two values only, on an image with many."""
    image = seen.framed_probes[0][0]
    came = seen.raw(image, SQUARE)
    if came is None or len(np.unique(came)) > 2 or not came.any():
        return None
    text = "The result has two grey values only: keep all that the image has, without a threshold."
    return Finding("thresholded", text)


def stretched(seen):
    """The right differences, times a number that is another for each image."""
    times = []
    for image, footprint in seen.framed_probes[:2]:
        came, first = (
            seen.raw(image, footprint),
            step_models.steps(seen.right_steps, image, footprint),
        )
        right = abs(image - first) if seen.is_tophat else first
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
    return Finding("numbers:zero", text)


def wrapping(seen):
    """Bytes come out wrong, and the same numbers come out right as floats."""
    image = greys((7, 8), 63, 0, 3) * 85
    bytes_, floats = seen.ask(image.astype(np.uint8), SQUARE), seen.ask(image, SQUARE)
    if bytes_.result is None or floats.result is None or bytes_.result.dtype != np.uint8:
        return None
    first = step_models.steps(seen.right_steps, image, SQUARE)
    right = abs(image - first) if seen.is_tophat else first
    if not same(floats.result, right) or same(bytes_.result, right):
        return None
    return Finding("numbers:wrapping", ROUND)


ROUND = (
    "Bytes come out wrong, and the same numbers come out right as floats: in bytes, what lies "
    "below 0 or above 255 wraps round."
)


def zeros(seen):
    """The result is 0 everywhere."""
    came = [seen.raw(*probe) for probe in (seen.framed_probes[0], seen.border_probes[0])]
    if any(each is None or each.any() for each in came):
        return None
    return Finding("returned_zeros", "The result is 0 everywhere: print what each step gives.")
