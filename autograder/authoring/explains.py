"""Ways to tell whether a sentence is about the failure that it stands below.

A submission may have several faults, and a sentence that is true of its code may have nothing to do
with the case that is shown. So each `Finding` says which failures it explains: a function of a
`Shown`. The functions here make such functions.
"""

from __future__ import annotations

import numpy as np

from autograder.authoring.shown import converted


def failures(*kinds):
    """Return a function that accepts failures that are about one of these."""
    return lambda shown: shown.about in kinds


def wrong_pixels(holds):
    """Return a function that accepts wrong pixels of which something holds."""
    return lambda shown: shown.about == "values" and bool(holds(shown))


def made_by(function):
    """Return a function that accepts failures that a mistaken function shows as well."""

    def explains(shown):
        given = [each.copy() for each in shown.arguments]
        try:
            with np.errstate(all="ignore"):
                came = np.asarray(function(*given))
        except Exception:  # noqa: BLE001 - mistakes stop with any error
            return shown.about == "crash" and shown.is_about_shapes
        if shown.came is None:
            return False
        if shown.about == "shape":
            return came.shape == shown.came.shape
        if shown.about == "dtype":
            return came.dtype.kind == shown.came.dtype.kind
        return shown.about == "values" and shown.is_made_by(came)

    return explains


def due_to_earlier_calls(shown):
    """Return whether the same call gives another result now, or another image the same one."""
    if shown.about != "values":
        return shown.about == "memory"
    image, *others = shown.arguments
    if shown.is_another(shown.ask(*shown.arguments, again=True).result):
        return True
    other = shown.ask(1 + image[::-1], *others, again=True).result
    return shown.agrees_with(other) and bool(np.ptp(shown.came))


def without(result_of):
    """Return a function that accepts wrong pixels that change if one fault is mended.

    Parameters
    ----------
    result_of : callable
        Takes a `Shown`, and returns the result without that fault, or None if nobody knows.
    """
    return wrong_pixels(lambda shown: shown.changes_with(result_of(shown)))


def gone_in_a_frame(mode):
    """Return a function that accepts wrong pixels that change if the image goes on beyond them.

    Parameters
    ----------
    mode : str
        How it rightly goes on, as in `numpy.pad`.
    """
    return without(lambda shown: _in_a_frame(shown, mode))


def _in_a_frame(shown, mode):
    """Return the result where the image lies in a larger one, or None."""
    image, other = shown.arguments
    if image.ndim != other.ndim:
        return None
    framed = shown.asked(np.pad(image, [(side, side) for side in other.shape], mode), other)
    if framed is None or framed.ndim != image.ndim:
        return None
    sides = zip(other.shape, image.shape, strict=True)
    return framed[tuple(slice(a, a + b) for a, b in sides)]


def _of_floats(shown):
    """Return the result for the same numbers as floats."""
    return shown.asked(*(each.astype(float) for each in shown.arguments[:1]), *shown.arguments[1:])


def is_due_to_the_dtype(shown):
    """Return whether a result cannot hold what is right, or changes if all arguments are floats."""
    if shown.about == "dtype":
        return True
    if shown.about != "values" or shown.came.dtype.kind == "f":
        return False
    right = None if shown.right is None or shown.where is None else shown.right[shown.where]
    is_lost = right is not None and converted(np.array(right), shown.came.dtype) != right
    return bool(is_lost) or changes_with_floats(shown)


def changes_with_floats(shown):
    """Return whether the wrong pixel changes if all arguments hold the same numbers as floats."""
    if shown.about != "values" or all(each.dtype.kind == "f" for each in shown.arguments):
        return False
    return shown.is_another(shown.asked(*(each.astype(float) for each in shown.arguments)))


def is_due_to_integers(shown):
    """Return whether the wrong pixel changes if the image holds the same numbers as floats."""
    is_whole = shown.arguments[0].dtype.kind in "iu"
    return shown.about == "values" and is_whole and shown.is_another(_of_floats(shown))


def is_due_to_the_layout(shown):
    """Return whether an array is not stored row by row, and it matters."""
    if all(each.flags.c_contiguous for each in shown.arguments):
        return False
    if shown.about == "crash":
        return True
    usual = shown.asked(*map(np.ascontiguousarray, shown.arguments))
    return shown.about == "values" and shown.changes_with(usual)
