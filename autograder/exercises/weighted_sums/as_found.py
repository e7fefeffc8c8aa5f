"""Whether a failure is due to the kernel, the border or the numbers, as these were found."""

from __future__ import annotations

from functools import partial

import numpy as np

from autograder.authoring.explains import wrong_pixels
from autograder.exercises.weighted_sums.bordering import border_kind, factor, reach_kind
from autograder.exercises.weighted_sums.edges import halves, padded_sums
from autograder.exercises.weighted_sums.numbers import FINISHES, finish_kind
from autograder.exercises.weighted_sums.probes import turned


def models_of(seen):
    """Return functions of image and kernel that do at the border what the function does."""
    reaches = seen.settled("reach", reach_kind)
    if reaches:
        return list(reaches.values())
    kind = seen.settled("border", border_kind)
    right = partial(padded_sums, reach=halves)
    return [right if kind is None else partial(seen.borders()[kind], reach=halves)]


def turned_kernel(seen, kernel):
    """Return the kernel as the function uses it, or None if that is unknown."""
    if seen.placed is None:
        return seen.used(kernel)
    axes, flips, moved = seen.placed
    return None if any(moved) else turned(kernel, axes, flips)


def found_results(seen, image, kernel, used=None):
    """Yield what the function gives as it was found, or None if it would stop."""
    used = turned_kernel(seen, kernel) if used is None else used
    if used is None:
        return
    for model in models_of(seen):
        try:
            came = model(image.astype(float), used.astype(float))
        except (ValueError, IndexError):
            came = None
        yield None if came is None else factor(seen, kernel) * came


def due_to_the_kernel(seen):
    """Return which wrong pixels change if the kernel is taken as it stands."""

    def explains(shown):
        image, kernel = shown.arguments
        return any(
            found is not None and shown.agrees_with(found) and shown.changes_with(right)
            for found, right in zip(
                found_results(seen, image, kernel),
                found_results(seen, image, kernel, kernel),
                strict=True,
            )
        )

    return wrong_pixels(explains)


def due_to_the_border(seen):
    """Return which failures are gone if the image is padded as it should be."""

    def explains(shown):
        image, kernel = shown.arguments
        used = turned_kernel(seen, kernel)
        if used is None:
            return False
        right = factor(seen, kernel) * padded_sums(image.astype(float), used, halves)
        found = list(found_results(seen, image, kernel))
        if shown.about == "crash":
            return shown.is_about_shapes and all(each is None for each in found)
        there = [each for each in found if each is not None]
        if shown.about == "shape":
            return any(each.shape == shown.came.shape for each in there)
        alike = shown.about == "values" and any(map(shown.agrees_with, there))
        return alike and shown.changes_with(right)

    return explains


def due_to_the_numbers(seen):
    """Return which wrong pixels are what a loss of numbers makes of the image, kernel or sums."""
    finishes = [FINISHES[name] for name in seen.settled("finish", finish_kind) or ()]

    def explains(shown):
        image, kernel = (each.astype(float) for each in shown.arguments)
        for finish in finishes:
            for before in found_results(seen, image, kernel):
                if before is None or not shown.changes_with(before):
                    continue
                after = [finish(before, 1.0)]
                after += found_results(seen, finish(image, 1.0), kernel)
                after += found_results(seen, image, finish(np.array(1.0), kernel))
                if any(each is not None and shown.agrees_with(each) for each in after):
                    return True
        return False

    return wrong_pixels(explains)
