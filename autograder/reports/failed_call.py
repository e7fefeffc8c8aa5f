"""The arrays of a counterexample, read from its record, and what follows from them alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from autograder.imaging.arrays import LARGEST_SHOWN, from_record

# What counts as no difference, in units of the largest expected value: float32 arithmetic.
ROUNDING = 1e-6


@dataclass(frozen=True)
class FailedCall:
    """One call on which a check failed.

    Attributes
    ----------
    function : str
        The student's function.
    arguments : dict of str to ndarray
        What it was called with.
    expected, yours : ndarray or None
        What should have come back, and what did. Pixels of a small array that were not finite
        are NaN.
    where : tuple of int or None
        Index of the first wrong pixel in every result that is there.
    """

    function: str
    arguments: dict[str, np.ndarray]
    expected: np.ndarray | None
    yours: np.ndarray | None
    where: tuple[int, ...] | None

    @classmethod
    def of(cls, counterexample):
        """Return the case in the record of a counterexample; None for None."""
        if counterexample is None:
            return None
        expected, yours = (_array_or_none(counterexample[name]) for name in ("expected", "yours"))
        arguments = {name: from_record(v) for name, v in counterexample["arguments"].items()}
        where = counterexample["where"]
        where = None if where is None else tuple(where)
        if not all(_is_inside(where, each) for each in (expected, yours) if each is not None):
            where = None
        return cls(counterexample["function"], arguments, expected, yours, where)

    @property
    def call(self):
        """What was called, as it stands above the picture: ``closing(image, footprint)``."""
        return f"{self.function}({', '.join(self.arguments)})"

    @property
    def image(self):
        """The first argument, or None if there is none."""
        return next(iter(self.arguments.values()), None)

    @cached_property
    def weights(self):
        """The name of the argument that lies on the image, such as a kernel, and its array."""
        for name, array in list(self.arguments.items())[1:]:
            if self.image.ndim in (2, 3) and array.ndim == self.image.ndim and array.size:
                return name, array
        return "", None

    @cached_property
    def difference(self):
        """What is yours minus what was expected, as floats; None if they cannot be compared."""
        if self.expected is None or self.yours is None or self.expected.shape != self.yours.shape:
            return None
        with np.errstate(invalid="ignore", over="ignore"):
            return self.yours.astype(float) - self.expected.astype(float)

    @cached_property
    def differing(self):
        """Where yours is not what was expected, as booleans; None if there is no difference."""
        if self.difference is None:
            return None
        sizes = np.abs(self.expected[np.isfinite(self.expected)].astype(float))
        most = ROUNDING * sizes.max(initial=0.0)
        return ~(np.abs(self.difference) <= most)

    @property
    def lies_on_the_image(self):
        """Whether a pixel of yours belongs to the pixel of the image with the same index."""
        return self.yours is not None and np.shape(self.image) == self.yours.shape

    @property
    def is_of_a_large_image(self):
        """Whether the image, such as a head, is the only argument, and too large for numbers."""
        return (
            len(self.arguments) == 1
            and self.image.ndim in (2, 3)
            and self.image.size > LARGEST_SHOWN
        )

    @cached_property
    def is_cut_out(self):
        """Whether this is about what to keep of an image: all else was set to 0.

        Small images are better shown as numbers.
        """
        results = [each for each in (self.expected, self.yours) if each is not None]
        return (
            self.is_of_a_large_image
            and self.lies_on_the_image
            and all(_is_cut_from(self.image, each) for each in results)
        )


def _array_or_none(value):
    """Return the array in a record, or None if the record holds none."""
    return None if value is None else from_record(value)


def _is_inside(index, array):
    """Return whether an array has a pixel of this index."""
    return (
        index is not None
        and len(index) == array.ndim
        and all(0 <= i < side for i, side in zip(index, array.shape, strict=True))
    )


def _is_cut_from(image, result):
    """Return whether a result holds nothing but the image's own pixels and zeros, some of them."""
    if result.shape != image.shape:
        return False
    return bool(np.all((result == 0) | (result == image)) and np.any((result == 0) & (image != 0)))
