"""A weighted sum as it shows on a few inputs: what each pixel weighs, and what its border is.

In the middle of an image no border shows, with small whole numbers no rounding, and a kernel of
ones is the same whichever way it is turned: so each choice is looked at by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from autograder.exercises.weighted_sums.library_sums import valid_sums
from autograder.exercises.weighted_sums.probes import (
    MARGIN,
    SIDES,
    digits,
    growth,
    same,
    turned,
    turns,
    weights,
)


@dataclass(frozen=True)
class _Response:
    """What a function makes of pixels whose neighbourhood lies well inside the image.

    Attributes
    ----------
    weights : ndarray
        For each neighbour, five along each axis, what it is multiplied with.
    axes, flips : tuple of int
        How the whole result is turned.
    """

    weights: np.ndarray
    axes: tuple[int, ...]
    flips: tuple[int, ...]

    @property
    def is_turned(self):
        """Whether the result has its axes in another order, or reversed."""
        return self.axes != tuple(range(len(self.axes))) or -1 in self.flips


class FilterSeen:
    """What a few calls show of a function that should return weighted sums."""

    ndim = 2

    def __init__(self, ask):
        self.ask, self._settled = ask, {}
        self.axes = tuple(range(self.ndim))
        self.side = SIDES[self.ndim]
        self.kernel = weights(self.ndim)
        # So dark that no sum is larger than 255: bytes hold them.
        self.image = digits((self.side,) * self.ndim, {2: 4, 3: 2}[self.ndim], 7)

    def settled(self, name, question):
        """Return the answer to a question about this function, which is asked once."""
        if name not in self._settled:
            self._settled[name] = question(self)
        return self._settled[name]

    def used(self, kernel):
        """Return what a kernel of ones becomes before it is used, or None if that is unknown."""
        if self.response is None:
            return None
        if self.placed is not None:
            return kernel
        for _, wrong in self.wrong_weights():
            if same(self.response.weights, np.pad(wrong(self.kernel), 1)):
                return wrong(kernel)
        return None

    @cached_property
    def scale(self):
        """By what all weights are multiplied, or None if there are none."""
        if self.response is None:
            return None
        return self.response.weights.sum() / self.kernel.sum() or None

    @cached_property
    def placed(self):
        """How the kernel was turned and moved: order of its axes, flips and steps; or None."""
        if self.scale is None or self.response.is_turned:
            return None
        found = self.response.weights / self.scale
        steps = sorted(product((0, 1, -1), repeat=self.ndim), key=lambda each: np.abs(each).sum())
        for moved in steps:
            back = np.roll(found, [-step for step in moved], self.axes)
            middle = back[(slice(1, -1),) * self.ndim]
            if not same(np.pad(middle, 1), back):
                continue
            for axes, flips in turns(self.ndim):
                if same(middle, turned(self.kernel, axes, flips)):
                    return axes, flips, moved
        return None

    def unclear_reach(self, names):
        """Return the `Finding` if several paddings fit, by their names, or None."""
        return None

    def known_turns(self):
        """Return pairs of a `Finding` and the function that turns a kernel so."""
        return ()

    def wrong_weights(self):
        """Return pairs of a `Finding` and the function that makes the weights that are used."""
        return ()

    def result(self, image, kernel):
        """Return the result as floats, or None."""
        came = self.ask(image, kernel).result
        if came is None or not np.isfinite(came.astype(float)).all():
            return None
        return came.astype(float)

    def aligned(self, image, kernel):
        """Return the result on the image's own pixels, NaN at those that it lacks, or None."""
        came = self.result(image, kernel)
        if came is None:
            return None
        if came.shape == (*image.shape, 1):
            came = came[..., 0]
        grown = growth(came.shape, image.shape)
        if grown is None:
            return None
        came = came[tuple(slice(max(each, 0), length - max(each, 0)) for each, length in grown)]
        return np.pad(came, [(max(-each, 0),) * 2 for each, _ in grown], constant_values=np.nan)

    @cached_property
    def grown(self):
        """How many pixels more the result has at both ends of each axis, or None."""
        came = self.result(self.image, self.kernel)
        grown = None if came is None else growth(came.shape, self.image.shape)
        return None if grown is None else tuple(each for each, _ in grown)

    @property
    def inside(self):
        """The pixels whose neighbours all lie in the image, also those two pixels off."""
        return (slice(MARGIN, -MARGIN),) * self.ndim

    @cached_property
    def response(self):
        """The `_Response`, or None if the middle of the image is not a weighted sum at all."""
        spot = np.zeros((self.side,) * self.ndim)
        spot[(self.side // 2,) * self.ndim] = 1
        bright, came = self.aligned(spot, self.kernel), self.aligned(self.image, self.kernel)
        if bright is None or came is None:
            return None
        around = (slice(self.side // 2 - 2, self.side // 2 + 3),) * self.ndim
        windows = sliding_window_view(self.image, (5,) * self.ndim)
        for axes, flips in turns(self.ndim):
            seen = turned(bright, axes, flips)[around]
            multiplied = np.flip(seen)
            expected = np.tensordot(windows, multiplied, self.ndim)
            if same(turned(came, axes, flips)[self.inside], expected) and seen.any():
                return _Response(multiplied, axes, flips)
        return None

    @property
    def windows_inside(self):
        """The neighbourhoods of three of the pixels inside."""
        windows = sliding_window_view(self.image, (3,) * self.ndim)
        return windows[(slice(1, -1),) * self.ndim]

    @property
    def right_inside(self):
        """The right weighted sums of the pixels inside."""
        return valid_sums(self.image, self.kernel)[(slice(1, -1),) * self.ndim]
