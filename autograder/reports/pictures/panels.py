"""One panel of a picture, as data: which pixels, what is framed, what stands above it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Frame:
    """A frame around some rows and columns.

    Attributes
    ----------
    top, left, bottom, right : int
        The first row and column within, and the first beyond; they may lie outside of the image.
    kind : {"pixel", "reach", "second reach", "part"}
        Around the first wrong pixel; around the neighbourhood that it depends on; around what that
        neighbourhood depends on in turn; or around the part that other panels show.
    """

    top: int
    left: int
    bottom: int
    right: int
    kind: str

    @classmethod
    def around(cls, pixel, sides=(1, 1), kind="pixel"):
        """Return a frame of the given sides with a pixel in its middle."""
        (row, column), (height, width) = pixel, sides
        top, left = row - height // 2, column - width // 2
        return cls(top, left, top + height, left + width, kind)


@dataclass(frozen=True)
class Region:
    """Some pixels of an image, outlined or shaded.

    Attributes
    ----------
    mask : ndarray of bool
        Of the shape of the panel's pixels.
    kind : {"kept", "to keep", "left", "lost"}
        What was kept and should have been, as outlines; what was left though it should be 0 and
        what was lost, as shades.
    """

    mask: np.ndarray
    kind: str


@dataclass(frozen=True)
class Panel:
    """Part of an array with two axes, or words in its place.

    Attributes
    ----------
    title : str
        What it shows.
    pixels : ndarray of float and shape (M, N), or None
        The values; NaN where they are not finite.
    words : str
        Why there are no pixels.
    corner : pair of int
        The index of the first pixel in the whole array: negative if it lies beyond the border.
    whole : pair of int
        The shape of the whole array.
    numbered : bool
        Whether values are written on the pixels; otherwise it is a small image.
    diverging : bool
        Whether the values are differences, whose colours are those of too much and too little.
    limits : pair of float
        What is black and what is white.
    frames : tuple of Frame
        What is framed, in indices of the whole array.
    regions : tuple of Region
        What is drawn over an image.
    heading : str
        Stands above a row of planes.
    marked : bool
        Whether the title stands out: the first wrong plane's.
    """

    title: str
    pixels: np.ndarray | None = None
    words: str = ""
    corner: tuple[int, int] = (0, 0)
    whole: tuple[int, int] = (1, 1)
    numbered: bool = True
    diverging: bool = False
    limits: tuple[float, float] = (0.0, 1.0)
    frames: tuple[Frame, ...] = ()
    regions: tuple[Region, ...] = ()
    heading: str = ""
    marked: bool = False

    def pixels_beyond(self):
        """Return the indices of the pixels beyond the border of the whole array, as a set."""
        ends = np.add(self.corner, self.pixels.shape)
        if min(self.corner) >= 0 and (ends <= self.whole).all():
            return set()
        indices = (tuple(np.add(i, self.corner).tolist()) for i in np.ndindex(self.pixels.shape))
        return {i for i in indices if min(i) < 0 or i[0] >= self.whole[0] or i[1] >= self.whole[1]}
