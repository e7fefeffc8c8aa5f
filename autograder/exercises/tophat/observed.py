"""An opening, a closing or a top-hat as it shows on a few inputs.

In a frame of zeros no border shows, with floats no dtype, and with a full square no hole. What a
top-hat leaves of an image shows the opening or the closing in it.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from autograder.exercises.tophat.footprints import framed
from autograder.exercises.tophat.step_models import right_steps_of, round_of

SQUARE = np.ones((3, 3), np.uint8)
CROSS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.uint8)
DISK = round_of(2, 2).astype(np.uint8)
ROW, COLUMN = np.ones((1, 3), np.uint8), np.ones((3, 1), np.uint8)
WIDE = np.ones((3, 5), np.uint8)
HOLLOW = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]], np.uint8)
HOLED = (np.array([[1, 0, 1]], np.uint8), np.array([[1], [0], [1]], np.uint8))
FAR = (np.array([[1, 0, 0, 0, 1]], np.uint8), np.array([[1], [0], [0], [0], [1]], np.uint8))


def greys(shape, seed, lowest=1, highest=9):
    """Return an image of whole numbers held as floats, in no order."""
    return np.random.default_rng(seed).integers(lowest, highest + 1, shape).astype(float)


def _blocks(seed):
    """Return an image of blocks and spots, which openings and closings change here and there."""
    return np.kron(greys((3, 3), seed), np.ones((3, 3))) + greys((9, 9), seed + 1, 0, 3)


class MorphologySeen:
    """What a few calls show of one of the four functions."""

    def __init__(self, ask):
        self.ask, self.name = ask, ask.name
        self.right_steps = right_steps_of(self.name)
        self._settled = {}

    def twice(self):
        """Return two images of one shape, and a footprint, to call a function with twice."""
        return greys((5, 6), 71), greys((5, 6), 72), SQUARE

    @property
    def is_tophat(self):
        """Whether the result is a difference."""
        return self.name.endswith("tophat")

    def settled(self, name, question):
        """Return the answer to a question about this function, which is asked once."""
        if name not in self._settled:
            self._settled[name] = question(self)
        return self._settled[name]

    def raw(self, image, footprint):
        """Return the result as floats, or None."""
        came = self.ask(image, footprint).result
        if came is None or not np.isfinite(came.astype(float)).all():
            return None
        return came.astype(float)

    def transformed(self, image, footprint):
        """Return the opening or the closing, for a top-hat that which it is made with, or None."""
        came = self.raw(image, footprint)
        if came is None or came.shape != image.shape:
            return None
        if self.name == "white_tophat":
            return image - came
        return image + came if self.name == "black_tophat" else came

    @cached_property
    def framed_probes(self):
        """Images in frames of zeros, with footprints of several kinds."""
        footprints = (SQUARE, CROSS, ROW, COLUMN, WIDE, DISK)
        return [
            (framed(np.pad(_blocks(7 + n), 2), each), each) for n, each in enumerate(footprints)
        ]

    @cached_property
    def border_probes(self):
        """Images of numbers above and below 0 without a frame."""
        footprints = (SQUARE, *HOLED, *FAR, WIDE)
        return [(greys((7, 8), 40 + n, -9, 9), each) for n, each in enumerate(footprints)]


def same(one, other):
    """Return whether two results are equal in shape and values."""
    return one is not None and one.shape == other.shape and np.allclose(one, other)


def fitting(probes, transformed, models):
    """Return the names of the models that give all results; none if a call gave no array."""
    for image, footprint in probes:
        came = transformed(image, footprint)
        models = {
            name: model
            for name, model in models.items()
            if came is not None and same(came, model(image, footprint))
        }
        if not models:
            break
    return list(models)
