"""The choice of where the neighbourhood of a pixel lies."""

from __future__ import annotations

from itertools import product

from scipy import ndimage

from autograder.authoring.choices import Finding
from autograder.exercises.weighted_sums.probes import same
from autograder.exercises.weighted_sums.weighing import PLACES

FURTHEST = 3


def moved(seen):
    """The kernel lies beside its place among the weights of neighbours."""
    found = seen.placed
    if found is None:
        return _moved_further(seen)
    if not any(found[2]):
        return None
    ways = {1: ("after", "below", "to the right"), -1: ("before", "above", "to the left")}
    names = [
        f"one {place} {ways[step][index - seen.ndim + 3]}"
        for index, (place, step) in enumerate(zip(PLACES[seen.ndim], found[2], strict=True))
        if step
    ]
    what = "pixel" if seen.ndim == 2 else "voxel"
    text = f"The neighbourhood of a {what} should have it in its middle; yours has the {what} "
    return Finding("put_the_neighbourhood_off_the_middle", f"{text}{' and '.join(names)} there.")


def _moved_further(seen):
    """The right sums lie beside their places, by more than a pixel along some axis."""
    came = seen.aligned(seen.image, seen.kernel)
    if came is None or seen.response is not None:
        return None
    right = ndimage.correlate(seen.image, seen.kernel, mode="constant")
    steps = product(range(-FURTHEST, FURTHEST + 1), repeat=seen.ndim)
    fits = [each for each in steps if same(*_overlap(came, right, each))]
    if len(fits) != 1:
        return None
    places = zip(PLACES[seen.ndim], fits[0], strict=True)
    ways = ", ".join(f"{place} {step:+d}" for place, step in places if step)
    return Finding("put_the_neighbourhood_off_the_middle", MOVED.format(ways)) if ways else None


MOVED = (
    "Each sum lies beside its place ({}). A neighbourhood reaches side // 2 beyond its middle, so "
    "that many zeros are enough at each end of an axis."
)


def _overlap(came, right, by):
    """Return the parts of two arrays of one shape that meet if the second is moved."""
    there = tuple(slice(max(step, 0), min(step, 0) or None) for step in by)
    here = tuple(slice(max(-step, 0), min(-step, 0) or None) for step in by)
    return came[there], right[here]
