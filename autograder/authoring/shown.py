"""The failure below which a sentence stands: what a check shows of one function."""

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
        likewise = converted(other, self.came.dtype)
        return self._is(other, self.came) or self._is(likewise, self.came)

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


def converted(array, dtype):
    """Return an array as another dtype has it; what does not fit into integers wraps round."""
    if dtype.kind in "iu" and array.dtype.kind == "f":
        array = np.nan_to_num(array).clip(-(2.0**62), 2.0**62).astype(np.int64)
    return array.astype(dtype)
