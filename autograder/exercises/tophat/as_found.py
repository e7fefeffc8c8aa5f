"""Whether a wrong pixel is due to the steps, the footprint or the border, as these were found."""

from __future__ import annotations

from functools import partial

from autograder.authoring.explains import wrong_pixels
from autograder.exercises.tophat.observed import fitting
from autograder.exercises.tophat.step_models import GIVEN, border_models, steps


def with_difference(seen, image, transformed):
    """Return the result of a function whose opening or closing is known."""
    if seen.name == "white_tophat":
        return image - transformed
    return transformed - image if seen.name == "black_tophat" else transformed


def border_names(seen, kind):
    """Return the names of the borders that give all results, if steps and footprints are so."""
    return fitting(seen.border_probes, seen.transformed, border_models(kind[0], used=kind[1]))


def due_to(seen, kinds, mended):
    """Return a function that accepts pixels that are as found, and not so if one choice is right.

    Parameters
    ----------
    seen : MorphologySeen
        The function.
    kinds : dict of tuple to callable
        Functions of image and footprint, by the steps and what they use: all that fit.
    mended : {"steps", "footprint", "border"}
        What is right in the other one.
    """

    def explains(shown):
        image, given = shown.arguments
        image = image.astype(float)
        for kind, model in kinds.items():
            for found, right in _pairs(seen, kind, model, mended):
                came = with_difference(seen, image, found(image, given))
                without = with_difference(seen, image, right(image, given))
                if shown.agrees_with(came) and shown.changes_with(without):
                    return True
        return False

    return wrong_pixels(explains)


def _pairs(seen, kind, model, mended):
    """Yield the function as found and the one that lacks a fault, for each border that fits."""
    names, used = kind
    if not used:
        yield model, partial(steps, seen.right_steps)
        return
    other = _mended(seen, names, used, mended)
    borders = seen.settled(("border", kind), lambda seen: border_names(seen, kind))
    mirrored = partial(steps, other[0], used=other[1])
    if mended != "border":
        yield model, mirrored
    found = border_models(names, used=used)
    right = {} if mended == "border" else border_models(other[0], used=other[1])
    for name in borders:
        yield found[name], right.get(name, mirrored)


def _mended(seen, names, used, mended):
    """Return the names of the steps and what they use if one of both is right."""
    if mended == "steps":
        return seen.right_steps, used if len(used) == 2 else (*used, *used)[:2]
    return names, GIVEN[: len(names)] if mended == "footprint" else used
