"""Choices of what comes back: the image's own values, its dtype; and of a fixed grey value."""

from __future__ import annotations

from itertools import product

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import failures
from autograder.exercises.skull_removal.observed import of_tissues

FACTORS = (4.0, 0.25, 2.0**-9)
# How bright the brightest pixel of a head may be.
LEVELS = (0.5, 200.0, 2000.0, 50000.0, 2.0)


def values(seen):
    """Pixels that are neither 0 nor the image's own."""
    if seen.plain is None:
        return None
    came, image = seen.plain, seen.head.image
    kept = (came != 0) & (image != 0)
    if not kept.any() or np.array_equal(came[kept], image[kept]):
        return None
    if np.ptp(came[kept].astype(float)) == 0:
        if came[kept][0] == 1:
            text = MASK.format(seen.what)
            return Finding("returned_the_mask", text, explains=_has_other_values)
        text = f"All that is kept has one value, {came[kept][0]}; it should keep its own values."
        return Finding("returned_one_value", text, explains=_has_other_values)
    times = came[kept].astype(float) / image[kept]
    if np.ptp(times) < 1e-6 * abs(times).max():
        return Finding("scaled_the_values", SCALED, explains=_has_other_values)
    return Finding("changed_the_values", CHANGED.format(seen.what), explains=_has_other_values)


def _has_other_values(shown):
    """Return whether a result has pixels that are neither 0 nor the image's, or is of bool."""
    if shown.about == "dtype":
        return shown.came.dtype == bool
    kept = shown.came != 0
    is_of_pixels = shown.about in ("pixels", "values", "everything")
    return is_of_pixels and bool((shown.came != shown.arguments[0])[kept].any())


SCALED = "The values that are kept are all multiplied by one number; leave them as they are."
CHANGED = (
    "Values that are kept have changed: where the mask is True, copy the value of the {} itself, "
    "and not that of a picture that is filtered or converted."
)
MASK = "You returned the mask; the result should hold the {}'s own values where the mask is True."


def one_row(seen):
    """The pixels that are kept come out in one long row, as image[mask] takes them."""
    came = seen.ask(seen.part).result
    if came is None or came.ndim != 1:
        return None
    text = (
        f"The result is one row of {came.size} numbers; keep the shape, as {seen.what} * mask does."
    )
    return Finding("returned_one_row", text, is_all=True, explains=failures("shape"))


def dtype(seen):
    """The dtype of the result is another than that of the image."""
    for each in (np.uint8, np.int16, np.float32):
        image = (seen.part * (250 / seen.part.max())).astype(each)
        came = seen.result(image)
        if came is not None and came.dtype != image.dtype:
            text = f"{A[each]} gives a result of {came.dtype}; it should have the head's dtype."
            return Finding("returned_another_dtype", text, explains=_is_of_the_dtype)
    return None


def _is_of_the_dtype(shown):
    """Return whether a result has another dtype, which may hold fewer numbers."""
    is_other = shown.came.dtype != shown.arguments[0].dtype
    return is_other and shown.about in ("dtype", "pixels", "everything")


A = {np.uint8: "A head of bytes", np.int16: "A head of int16", np.float32: "A head of float32"}


def brightness(seen):
    """The same head, brighter or darker, keeps other pixels."""
    if seen.plain is None or _hides_the_mask(seen):
        return None
    for factor in FACTORS:
        came = seen.result(factor * seen.head.image)
        if came is None or np.array_equal(came != 0, seen.kept):
            continue
        return Finding("fixed_the_threshold", FIXED, explains=of_tissues(_is_of_brightness))
    return None


def _is_of_brightness(shown):
    """Return whether other pixels of what is shown are kept if it is brighter or darker."""
    image = shown.arguments[0].astype(float)
    brightest = image.max() or 1.0
    for level in LEVELS:
        came = shown.asked(level / brightest * image)
        if came is not None and ((came != 0) != (shown.came != 0)).mean() > 0.01:
            return True
    return False


def largest(seen):
    """One very bright pixel in the scalp changes what is kept elsewhere."""
    if seen.plain is None or _hides_the_mask(seen):
        return None
    image = seen.head.image.copy()
    scalp = np.argwhere(seen.head.scalp_and_bone & (image > image.max() / 2))
    image[tuple(scalp[len(scalp) // 2])] = 4 * image.max()
    came = seen.result(image)
    if came is None or ((came != 0) != seen.kept).sum() < 0.2 * seen.head.brain.sum():
        return None
    explains = of_tissues(_is_of_the_largest)
    return Finding("took_the_threshold_from_the_largest", FROM_THE_LARGEST, explains=explains)


def _is_of_the_largest(shown):
    """Return whether other pixels are kept if the bright half of the head is equally bright."""
    image = shown.arguments[0]
    came = shown.asked(
        np.minimum(image, np.median(image[image > image.mean()]).astype(image.dtype))
    )
    return came is not None and ((came != 0) != (shown.came != 0)).mean() > 0.01


FROM_THE_LARGEST = (
    "One very bright pixel changes what is kept everywhere: your threshold depends on the largest "
    "value, and a scalp may be twice as bright as the brain. Take it from all pixels, as Otsu does."
)


def _hides_the_mask(seen):
    """Return whether values are changed, so that a 0 may be a value and not the mask's."""
    found = values(seen)
    return found is not None and not found.key.startswith("returned_")


FIXED = (
    "If the same head is brighter or darker, other pixels are kept: compute the threshold from "
    "the image, instead of a fixed number."
)


def moved(seen):
    """The mask fits the brain, but lies beside it by a pixel or more."""
    if seen.plain is None or seen.shares.brain < 0.5 or seen.shares.scalp > 0.3:
        return None
    steps = product(range(-FAR, FAR + 1), repeat=seen.ndim)
    fits = {each: _fit(seen, each) for each in steps if np.count_nonzero(each) <= 2}
    best = max(fits, key=fits.get)
    if fits[best] < FITS or fits[best] < fits[(0,) * seen.ndim] + 0.02 or max(map(abs, best)) < 2:
        return None
    return Finding("moved_the_mask", MOVED, explains=of_tissues())


def _fit(seen, steps):
    """Return how much of mask and brain is common to both if the mask moves by some steps."""
    mask = np.roll(seen.kept, steps, range(seen.ndim)) & ~seen.head.ventricles
    brain = seen.head.brain & ~seen.head.ventricles
    return (mask & brain).sum() / (mask | brain).sum()


# How far a mask may have moved, in pixels; and how well it fits when it is moved back.
FAR, FITS = 3, 0.9
MOVED = (
    "The mask lies beside the brain: what you shift, pad or cut off is not the same on all sides."
)
