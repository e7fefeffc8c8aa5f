"""Choices about numbers: what becomes of fractions, and of large and negative sums.

The kernel has one weight, in its middle, so that it does not matter how it is turned; the middle of
the image is looked at, so that the border does not.
"""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import wrong_pixels
from autograder.exercises.weighted_sums import array_misconceptions as arrays
from autograder.exercises.weighted_sums import kernel_misconceptions as kernels
from autograder.exercises.weighted_sums import sum_misconceptions as sums
from autograder.exercises.weighted_sums.bordering import factor
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
    "rounded_to_a_tenth": lambda image, weight: (image * weight).round(1),
    "rounded_to_a_hundredth": lambda image, weight: (image * weight).round(2),
    "rounded_to_a_thousandth": lambda image, weight: (image * weight).round(3),
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
    **dict.fromkeys(
        ("rounded_to_a_tenth", "rounded_to_a_hundredth", "rounded_to_a_thousandth"),
        Finding("rounded_to_decimals", "Your sums lose decimals; do not round them."),
    ),
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


def one_weight(seen, weight):
    """Return a kernel with one weight in its middle."""
    kernel = np.zeros((3,) * seen.ndim)
    kernel[(1,) * seen.ndim] = weight
    return kernel


def is_plain(seen):
    """Return whether small whole numbers are multiplied rightly, so that others tell something."""
    if seen.response is None or seen.response.is_turned:
        return False
    image, kernel = digits((6 if seen.ndim == 2 else 5,) * seen.ndim, 9, 17), one_weight(seen, 1)
    return same(middle(seen, image, kernel), factor(seen, kernel) * image[_inside(seen)])


def _inside(seen):
    """Return the index of the pixels whose neighbourhood lies in the image."""
    return (slice(1, -1),) * seen.ndim


def middle(seen, image, kernel):
    """Return the result there, or None."""
    came = seen.aligned(image, kernel)
    return None if came is None else came[_inside(seen)]


def finish_kind(seen):
    """What becomes of fractions and of sums outside 0 to 255."""
    if not seen.settled("plain", is_plain):
        return None
    shape = (6 if seen.ndim == 2 else 5,) * seen.ndim
    image, found = np.resize(GREYS[[0, 1, 2, *range(12)]], shape), FINISHES
    if divided(seen) is not None:
        image = 4 * image  # or else no sum would be too large for bytes
    for weight in WEIGHTS:
        kernel = one_weight(seen, weight)
        came = middle(seen, image, kernel)
        found = {
            name: model
            for name, model in found.items()
            if same(came, model(image, weight * factor(seen, kernel))[_inside(seen)])
        }
    return found


def lost_numbers(seen):
    """Name what `finish_kind` finds, if it is wrong and one thing."""
    found = seen.settled("finish", finish_kind)
    if not found or "right" in found:
        return None
    findings = {SENTENCES[name] for name in found}
    return findings.pop() if len(findings) == 1 else None


def ends_at_one(seen):
    """Sums above 1 become 1, as if they were the grey values of a picture that has no others."""
    image = np.resize([0.25, 0.75, 3, 0.5, -120.0], (5,) * seen.ndim)
    came = seen.result(image, np.ones((1,) * seen.ndim))
    lowest = [each for each in (None, 0, -1) if same(came, image.clip(each, 1))]

    def explains(shown):
        if shown.right is None:
            return (shown.came <= 1).all()
        return any(shown.is_made_by(shown.right.clip(each, 1)) for each in lowest)

    text = "No result is above 1: a weighted sum may be larger, so do not clip it."
    return Finding("ends_at_one", text, explains=wrong_pixels(explains)) if lowest else None


def half_precision(seen):
    """Numbers lose all but three digits."""
    if not seen.settled("plain", is_plain) or divided(seen) is not None:
        return None
    image = np.full((5,) * seen.ndim, 2049.0)
    came = middle(seen, image, one_weight(seen, 1))
    is_half = came is not None and (came == np.float16(2049)).all()
    return Finding.of(sums.computed_in_half_precision) if is_half else None
