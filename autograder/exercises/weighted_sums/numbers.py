"""Choices about numbers: what becomes of fractions, of large and negative sums, and of integers.

The kernel has one weight, in its middle, so that it does not matter how it is turned; the middle of
the image is looked at, so that the border does not.
"""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.shown import changes_with_floats, failures, is_due_to_the_dtype
from autograder.exercises.weighted_sums import array_misconceptions as arrays
from autograder.exercises.weighted_sums import kernel_misconceptions as kernels
from autograder.exercises.weighted_sums import sum_misconceptions as sums
from autograder.exercises.weighted_sums.probes import digits, same
from autograder.exercises.weighted_sums.weighing import divided

# Fractions of both signs, of which some become larger than 255 and some are a half.
GREYS = np.array([-2.75, -0.5, 0.25, 0.5, 1.5, 2.25, 3.75, 100.25, -90.5, 61.0, 99.75, 0.75])
WEIGHTS = (1.0, 3.0, 0.604, -2.0)


def _halfway(array):
    """Round halves away from 0, as some do with int(x + 0.5)."""
    return np.floor(array + 0.5)


FINISHES = {
    "right": lambda image, weight: image * weight,
    "clipped_to_bytes": lambda image, weight: (image * weight).clip(0, 255),
    "cut_off_negative_sums": lambda image, weight: (image * weight).clip(0),
    "cut_off_large_sums": lambda image, weight: (image * weight).clip(None, 255),
    "rounded_the_sums": lambda image, weight: (image * weight).round(),
    "rounded_up_halves": lambda image, weight: _halfway(image * weight),
    "cut_off_fractions": lambda image, weight: np.trunc(image * weight),
    "rounded_down": lambda image, weight: np.floor(image * weight),
    "made_bytes": lambda image, weight: _in_bytes(image * weight),
    "clipped_and_made_bytes": lambda image, weight: np.trunc((image * weight).clip(0, 255)),
    "clipped_and_rounded": lambda image, weight: (image * weight).clip(0, 255).round(),
    "took_the_absolute_value": lambda image, weight: abs(image * weight),
    "took_weights_for_positive": lambda image, weight: image * abs(weight),
    "cut_off_negative_weights": lambda image, weight: image * np.maximum(weight, 0.0),
    "cut_the_image": lambda image, weight: np.trunc(image) * weight,
    "made_bytes_of_the_image": lambda image, weight: _in_bytes(image) * weight,
    "cut_the_weights": lambda image, weight: image * np.trunc(weight),
    "rounded_the_weights": lambda image, weight: image * np.round(weight, 2),
    "rounded_the_weights_to_ones": lambda image, weight: image * np.round(weight),
}
SENTENCES = {
    "clipped_to_bytes": Finding.of(sums.clipped_to_bytes),
    "cut_off_negative_sums": Finding.of(sums.cut_off_negative_sums),
    "cut_off_large_sums": Finding.of(sums.clipped_to_bytes),
    "rounded_the_sums": Finding.of(sums.rounded_the_sums),
    "rounded_up_halves": Finding.of(sums.rounded_the_sums),
    "cut_off_fractions": Finding.of(arrays.returned_whole_numbers),
    "rounded_down": Finding.of(sums.rounded_the_sums),
    "made_bytes": Finding.of(arrays.returned_bytes),
    "clipped_and_made_bytes": Finding.of(sums.clipped_to_bytes),
    "clipped_and_rounded": Finding.of(sums.clipped_to_bytes),
    "took_the_absolute_value": Finding(
        "took_the_absolute_value", "A weighted sum may be negative; do not take its absolute value."
    ),
    "took_weights_for_positive": Finding(
        "took_weights_for_positive", "Negative weights are used as positive ones; keep their sign."
    ),
    "cut_off_negative_weights": Finding(
        "cut_off_negative_weights", "Negative weights count as 0; a kernel may have them."
    ),
    "cut_the_image": Finding(
        "cut_the_image", "The fractions of grey values are lost before they are multiplied."
    ),
    "made_bytes_of_the_image": Finding(
        "cut_the_image", "The image is turned into bytes, which hold 0 to 255 and no fractions."
    ),
    "cut_the_weights": Finding(
        "cut_the_weights", "The fractions of the kernel's weights are lost before they are used."
    ),
    "rounded_the_weights": Finding.of(kernels.rounded_the_weights),
    "rounded_the_weights_to_ones": Finding.of(kernels.rounded_the_weights),
}


def _in_bytes(array):
    """Return what bytes make of numbers: no fraction, and what is left of a division by 256."""
    return np.trunc(array) % 256


def _one_weight(seen, weight):
    """Return a kernel with one weight in its middle."""
    kernel = np.zeros((3,) * seen.ndim)
    kernel[(1,) * seen.ndim] = weight
    return kernel


def _is_plain(seen):
    """Return whether small whole numbers are multiplied rightly, so that others tell something."""
    if seen.response is None or seen.response.is_turned or divided(seen) is not None:
        return False
    image = digits((6 if seen.ndim == 2 else 5,) * seen.ndim, 9, 17)
    return same(_middle(seen, image, _one_weight(seen, 1)), image[_inside(seen)])


def _inside(seen):
    """Return the index of the pixels whose neighbourhood lies in the image."""
    return (slice(1, -1),) * seen.ndim


def _middle(seen, image, kernel):
    """Return the result there, or None."""
    came = seen.aligned(image, kernel)
    return None if came is None else came[_inside(seen)]


def finish_kind(seen):
    """What becomes of fractions and of sums outside 0 to 255."""
    if not seen.settled("plain", _is_plain):
        return None
    shape = (6 if seen.ndim == 2 else 5,) * seen.ndim
    image, found = np.resize(GREYS[[0, 1, 2, *range(12)]], shape), FINISHES
    for weight in WEIGHTS:
        came = _middle(seen, image, _one_weight(seen, weight))
        found = {
            name: model
            for name, model in found.items()
            if same(came, model(image, weight)[_inside(seen)])
        }
    return found


def lost_numbers(seen):
    """Name what `finish_kind` finds, if it is wrong and one thing."""
    found = seen.settled("finish", finish_kind)
    if not found or "right" in found:
        return None
    findings = {SENTENCES[name] for name in found}
    return findings.pop() if len(findings) == 1 else None


def half_precision(seen):
    """Numbers lose all but three digits."""
    if not seen.settled("plain", _is_plain):
        return None
    image = np.full((5,) * seen.ndim, 2049.0)
    came = _middle(seen, image, _one_weight(seen, 1))
    is_half = came is not None and (came == np.float16(2049)).all()
    return Finding.of(sums.computed_in_half_precision) if is_half else None


def _dtypes(seen):
    """Return the dtypes of results: of floats; bytes and floats; bytes alone; int16 alone."""
    image, kernel = np.ones((5,) * seen.ndim), _one_weight(seen, 1)
    pairs = [(float, float), (np.uint8, float), (np.uint8, np.uint8), (np.int16, np.int16)]
    answers = [seen.ask(image.astype(one), kernel.astype(two)).result for one, two in pairs]
    if any(came is None for came in answers):
        return None
    return tuple(came.dtype for came in answers)


def dtype(seen):
    """The dtype of the result: the image's, bytes, integers, or integers for integers."""
    found = seen.settled("dtypes", _dtypes)
    if found is None or all(each.kind == "f" for each in found):
        return None
    names = tuple(each.name for each in found)
    if names == ("float64", "uint8", "uint8", "int16"):
        return Finding.of(arrays.kept_the_dtype_of_the_input, is_due_to_the_dtype)
    if set(names) == {"uint8"}:
        return Finding.of(arrays.returned_bytes, is_due_to_the_dtype)
    if all(each.kind in "iu" for each in found):
        return Finding.of(arrays.returned_whole_numbers, is_due_to_the_dtype)
    if found[1].kind == "f" and found[2].kind in "iu" and found[3].kind in "iu":
        return Finding.of(arrays.returned_integers_for_integers, is_due_to_the_dtype)
    pairs = ("floats", "bytes, and a kernel of floats", "bytes", "int16")
    text, name = next(
        (text, each.name) for text, each in zip(pairs, found, strict=True) if each.kind != "f"
    )
    text = f"For an image of {text}, the result has the dtype {name}; it should hold floats."
    return Finding("returned_another_dtype", text, explains=failures("dtype"))


def wrapping(seen):
    """Products of integers wrap, if the result could hold them."""
    found = seen.settled("dtypes", _dtypes)
    if found is None or not seen.settled("plain", _is_plain):
        return None
    image = np.full((5,) * seen.ndim, 200, np.uint8)
    came = _middle(seen, image, _one_weight(seen, 2).astype(np.uint8))
    can_hold = found[2].kind == "f" or found[2].itemsize > 1
    if came is not None and can_hold and (came == 144).all():
        return Finding.of(sums.multiplied_integers_as_they_are, changes_with_floats)
    return _adding(seen, can_hold)


def _adding(seen, can_hold):
    """Products fit, and their sum wraps."""
    image, kernel = np.full((5,) * seen.ndim, 100, np.uint8), np.ones((3,) * seen.ndim, np.uint8)
    came = _middle(seen, image, kernel)
    total = 100 * kernel.size
    if came is None or not can_hold or not (came == total % 256).all():
        return None
    return Finding.of(sums.multiplied_integers_as_they_are, changes_with_floats)
