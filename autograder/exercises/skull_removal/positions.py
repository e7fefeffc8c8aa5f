"""Choices that show if a head lies elsewhere in an image of the same shape."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import due_to_earlier_calls
from autograder.exercises.skull_removal.observed import of_tissues, plain_head


def places(seen):
    """Other parts of the head are kept if it lies elsewhere in the image."""
    if seen.plain is None:
        return None
    head, by = plain_head(seen.ndim, margins=12), (6,) * seen.ndim
    before, after = seen.result(head.image), seen.result(np.roll(head.image, by, seen.axes))
    if before is None or after is None:
        return None
    kept, moved = before != 0, np.roll(after != 0, [-each for each in by], seen.axes)
    inside = ~head.background
    if (kept != moved)[inside].sum() <= 0.05 * (kept | moved)[inside].sum():
        return None
    first = seen.result(np.pad(np.roll(head.image, by, seen.axes), [(0, 1)] * seen.ndim, "edge"))
    if first is not None and (first[(slice(-1),) * seen.ndim] != after).mean() > 0.05:
        found = {"is_all": True, "explains": due_to_earlier_calls}
        return Finding("kept_the_mask", KEPT_MASK, **found)
    text = PLACES.format(seen.pixels)
    is_behind = of_tissues(_is_of_places)
    return Finding("took_places_for_tissue", text, is_all=True, explains=is_behind)


def _is_of_places(shown):
    """Return whether other parts of a head are kept if there is more room above and before it."""
    image, by = shown.arguments[0], 6
    wider = shown.asked(np.pad(image, [(by, 0)] * image.ndim, mode="symmetric"))
    if wider is None or shown.came is None or wider.ndim != image.ndim:
        return False
    kept, moved = shown.came != 0, wider[(slice(by, None),) * image.ndim] != 0
    return (kept != moved).sum() > 0.05 * (kept | moved).sum()


KEPT_MASK = (
    "Of two heads in images of the same shape, the second gets another result than it gets if it "
    "comes first: something is kept from an earlier call, such as a mask."
)
PLACES = (
    "If the same head lies a few {} further down and to the right, other parts of it are kept: "
    "find the mask by grey values, not by places in the image."
)
