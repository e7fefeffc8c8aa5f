"""What was drawn for one try of a check, and what was made of it since."""

from __future__ import annotations

import numpy as np


class Example(dict):
    """The arguments of one try, by name.

    Attributes
    ----------
    choices : tuple
        What Hypothesis chose on the way there; see `Draws.repeat`.
    drawn : dict of str to object
        The arguments as they were drawn.
    edits : tuple of (str, int, int)
        Pixels that were set afterwards: name of the image, position in it as it was drawn, and the
        value, 0 or 1.
    windows : dict of str to tuple of (int, int)
        What is left of images that were cropped: first index and length along each axis.
    """

    def __init__(self, drawn=(), choices=(), edits=(), windows=None):
        self.drawn = dict(drawn)
        self.choices, self.edits, self.windows = tuple(choices), tuple(edits), windows or {}
        super().__init__(self.drawn)
        for name in {name for name, _, _ in self.edits}:
            self[name] = self[name].copy()
        for name, position, value in self.edits:
            self[name].flat[position] = value
        for name, window in self.windows.items():
            self[name] = self[name][slices(window)].copy()

    def edited(self, edits):
        """Return this example with further edits."""
        return Example(self.drawn, self.choices, (*self.edits, *edits), self.windows)

    def cropped(self, name, window):
        """Return this example with another window of one of its images."""
        return Example(self.drawn, self.choices, self.edits, self.windows | {name: window})

    def positions(self, name):
        """Return the position, in the image as it was drawn, of each of its pixels that are left.

        Examples
        --------
        >>> example = Example({"image": np.zeros((3, 4))})
        >>> example.cropped("image", ((1, 2), (0, 2))).positions("image")
        array([4, 5, 8, 9])
        """
        whole = np.arange(self.drawn[name].size).reshape(self.drawn[name].shape)
        window = self.windows.get(name, ())
        return whole[slices(window)].ravel()

    def equals(self, other):
        """Return whether another example has the same arguments, arrays to the bit."""
        return self.keys() == other.keys() and all(
            type(value) is type(other[name])
            and getattr(value, "dtype", None) == getattr(other[name], "dtype", None)
            and np.array_equal(value, other[name])
            for name, value in self.items()
        )


def slices(window):
    """Return the index of a window, given as pairs of first index and length."""
    return tuple(slice(start, start + length) for start, length in window)
