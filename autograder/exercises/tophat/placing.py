"""Choices of where a footprint lies, and of what it may hold."""

from __future__ import annotations

from itertools import product

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import without
from autograder.exercises.tophat.as_found import with_difference
from autograder.exercises.tophat.observed import same
from autograder.exercises.tophat.step_models import steps

FURTHEST = 4


def moved(seen):
    """The whole result lies beside its place by some pixels."""
    fits = None
    for image, given in seen.framed_probes[:2]:
        first = steps(seen.right_steps, image, given)
        results = [(seen.raw(image, given), with_difference(seen, image, first))]
        if seen.is_tophat:
            results.append((seen.transformed(image, given), first))
        found = {by for came, right in results for by in _shifts(came, right)}
        fits = found if fits is None else fits & found
    if len(fits) != 1:
        return None
    down, right = fits.pop()
    ways = [_way(down, "down", "up"), _way(right, "to the right", "to the left")]
    way = " and ".join(filter(None, ways))
    back = without(lambda shown: np.roll(shown.came, (-down, -right), (-2, -1)))
    return Finding("moved_the_result", MOVED.format(way), explains=back) if way else None


MOVED = (
    "The result is moved: {}. The footprint should have its middle on the pixel that gets the "
    "new value."
)


def _shifts(came, right):
    """Yield by how many rows and columns an array may be moved to give another."""
    for by in product(range(-FURTHEST, FURTHEST + 1), repeat=2):
        if same(came, np.roll(right, by, (0, 1))):
            yield by


def _way(steps_, forward, back):
    """Return so many pixels in words, or nothing."""
    if not steps_:
        return ""
    pixels = "1 pixel" if abs(steps_) == 1 else f"{abs(steps_)} pixels"
    return f"{pixels} {forward if steps_ > 0 else back}"


def kind_of_footprint(seen):
    """The footprint works if it holds True and False, or 0s and 1s, and not if it is the other."""
    image, given = seen.framed_probes[1]
    right = steps(seen.right_steps, image, given)

    def is_right(dtype):
        return same(seen.transformed(image, given.astype(dtype)), right)

    by_number, by_truth = is_right(given.dtype), is_right(bool)
    if by_number == by_truth:
        return None
    works, fails = (TRUTHS, NUMBERS) if by_truth else (NUMBERS, TRUTHS)
    dtype = "bool" if by_truth else "int"
    stops = seen.ask(image, given.astype(bool if by_number else given.dtype)).result is None
    text = f"Your result is right if the footprint holds {works}, but not if it holds {fails}. It "
    text += f"may hold either: begin with footprint = footprint.astype({dtype})."
    works_if = given.dtype.kind if by_number else "b"

    def explains(shown):
        kind = shown.arguments[1].dtype.kind
        return shown.about in ("values", "crash", "shape") and (kind == "b") != (works_if == "b")

    return Finding("footprint:kind", text, stops=stops, explains=explains)


TRUTHS, NUMBERS = "True and False", "0s and 1s"
