"""The failure below which a sentence is to stand, and ways to tell whether it is about that.

A submission may have several faults, and a sentence that is true of its code may have nothing to do
with the case that is shown. So each `Finding` says which failures it explains: a function of a
`Shown`. The functions here make such functions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

CLOSE, TINY = 1e-6, 1e-30
# Errors that arrays of unlike shapes lead to, sooner or later.
OF_SHAPES = {
    f"error:{kind}"
    for kind in (
        *("negative_dimensions", "broadcast", "sequence", "matmul", "index", "axes", "stack"),
        *("reshape", "empty", "number", "below_zero", "ValueError", "IndexError"),
    )
}


@dataclass(frozen=True)
class Shown:
    """What a check shows of one function.

    Attributes
    ----------
    about : str
        What is wrong, as in a `WrongResult`; or "crash".
    arguments : tuple of ndarray
        What the function is called with.
    came : ndarray or None
        The result.
    right : ndarray or None
        The right result, if it is known.
    where : tuple of int or None
        The wrong pixel.
    ask : callable
        Calls the function with other arguments, and returns an `Answer`.
    changed : tuple of int
        Positions of the arguments that it changed.
    shares_memory : bool
        Whether the result is (a view of) an argument.
    error : str
        What kind of error stopped it, as `meaning_of` names it, or "".
    """

    about: str
    arguments: tuple[np.ndarray, ...]
    came: np.ndarray | None
    right: np.ndarray | None
    where: tuple[int, ...] | None
    ask: Callable
    changed: tuple[int, ...] = ()
    shares_memory: bool = False
    error: str = ""

    @property
    def is_about_shapes(self):
        """Whether arrays did not fit together, or the result does not have the image's shape."""
        return self.about == "shape" or (self.about == "crash" and self.error in OF_SHAPES)

    @property
    def pixel(self):
        """The value of the wrong pixel, or None."""
        return None if self.came is None or self.where is None else self.came[self.where]

    def agrees_with(self, other):
        """Return whether another result has the same wrong pixel, or is the same if none is known.

        One of another dtype may have been converted to that of the result.
        """
        if other is None or self.came is None or other.shape != self.came.shape:
            return False
        converted = _converted(other, self.came.dtype)
        return self._is(other, self.came) or self._is(converted, self.came)

    def is_made_by(self, other):
        """Return whether another result has the same wrong pixel, and that is wrong in it."""
        return self.agrees_with(other) and (self.right is None or not self._is(other, self.right))

    def changes_with(self, other):
        """Return whether another result, without one fault, has another value there."""
        there = other is not None and other.shape == np.shape(self.came)
        return there and not self.agrees_with(other)

    def _is(self, other, wanted):
        """Return whether a result has the same wrong pixel as another, up to rounding."""
        here = ... if self.where is None else self.where
        known = [np.abs(_finite(each)).max(initial=0) for each in (self.came, self.right)]
        within = CLOSE * max(known) + TINY
        return bool(
            np.allclose(_floats(other[here]), _floats(wanted[here]), 0, within, equal_nan=True)
        )

    def is_another(self, other):
        """As `changes_with`; what became another number in the result's dtype counts, too."""
        there = other is not None and other.shape == np.shape(self.came)
        return there and not self._is(other, self.came)

    def asked(self, *arguments):
        """Return the result of a call, or None."""
        return self.ask(*arguments).result


def _floats(array):
    return np.asarray(array, float)


def _finite(array):
    """Return an array of floats without what is no number; of nothing, nothing."""
    return np.zeros(0) if array is None else np.nan_to_num(_floats(array), posinf=0, neginf=0)


def _converted(array, dtype):
    """Return an array as another dtype has it; what does not fit into integers wraps round."""
    if dtype.kind in "iu" and array.dtype.kind == "f":
        array = np.nan_to_num(array).clip(-(2.0**62), 2.0**62).astype(np.int64)
    return array.astype(dtype)


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
    is_lost = right is not None and _converted(np.array(right), shown.came.dtype) != right
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
