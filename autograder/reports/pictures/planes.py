"""Arrays as panels: an image as one, a volume as a row of planes, anything else as words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from autograder.reports.pictures.panels import Frame, Panel
from autograder.reports.pictures.parts import (
    MOST_LARGE_PLANES,
    MOST_PLANES,
    SURROUNDINGS,
    as_floats,
    cut,
    fits,
    sides,
    span,
)


@dataclass(frozen=True)
class PanelSource:
    """An array to show.

    Attributes
    ----------
    name : str
        What it is.
    array : ndarray
        Of any real dtype and shape.
    where : tuple of int or None
        The pixel to frame, and to show the surroundings of.
    frames : callable
        ``frames(plane)`` gives what else to frame there; `plane` is None for an image.
    border : {"constant", "symmetric"}
        What lies beyond the border, if a frame reaches there.
    diverging : bool
        Whether it is a difference.
    says_size : bool
        Whether its title gives its size.
    is_whole : bool
        Whether it is shown whole and without numbers, however large.
    """

    name: str
    array: np.ndarray
    where: tuple[int, ...] | None = None
    frames: Callable = lambda plane: ()
    border: str = "constant"
    diverging: bool = False
    says_size: bool = True
    is_whole: bool = False

    @property
    def title(self):
        """The name, and the size unless that goes without saying."""
        return f"{self.name}, {sides(self.array)}" if self.says_size else self.name


def panels_of(source):
    """Return the panels of an array, each with the name or the plane that it shows."""
    array, where = source.array, source.where
    if array.size == 0 or array.ndim > 3:
        return [Panel(source.name, words=f"shape\n{array.shape}")]
    if array.ndim == 3:
        return _planes_of(source)
    plane, pixel = np.atleast_2d(array), None if where is None else (0, 0, *where)[-2:]
    frames = source.frames(None) + (() if pixel is None else (Frame.around(pixel),))
    rows, columns = _with_room_for(frames, _windows(source, pixel))
    return [_panel_of(source, plane, source.title, frames, rows, columns)]


def _planes_of(source):
    """Return the panels of a volume's planes, at most five around the first wrong one."""
    count, where = len(source.array), source.where
    most = MOST_PLANES if fits(source.array) or where is None else MOST_LARGE_PLANES
    first, stop = span(count, count // 2 if where is None else where[0], most)
    frames = {index: source.frames(index) for index in range(first, stop)}
    if where is not None:
        frames[where[0]] += (Frame.around(where[1:]),)
    shown = _windows(source, where and where[1:])
    rows, columns = _with_room_for([each for some in frames.values() for each in some], shown)
    panels = [
        _panel_of(source, source.array[index], f"plane {index}", some, rows, columns)
        for index, some in frames.items()
    ]
    is_all = stop - first == count or not source.says_size
    heading = source.title if is_all else f"{source.title}, planes {first} to {stop - 1} only"
    panels[0] = replace(panels[0], heading=heading)
    if where is not None:
        panels[where[0] - first] = replace(panels[where[0] - first], marked=True)
    return panels


def _panel_of(source, plane, title, frames, rows, columns):
    """Return the panel of some rows and columns of one plane."""
    return Panel(
        title,
        as_floats(cut(plane, rows, columns, source.border)),
        corner=(rows[0], columns[0]),
        whole=plane.shape,
        numbered=not source.is_whole and (source.where is not None or fits(source.array)),
        diverging=source.diverging,
        frames=frames,
    )


def overview(source):
    """Return a panel with all of an image, or of its first wrong plane, and a frame around a part.

    The part is what the panels of `panels_of` show.
    """
    is_volume = source.array.ndim == 3
    plane = source.array[source.where[0]] if is_volume else source.array
    (top, bottom), (left, right) = _windows(source, source.where[-2:])
    part = Frame(top, left, bottom, right, "part")
    title = "the whole plane" if is_volume else "the whole image"
    pixels = as_floats(plane)
    return Panel(title, pixels, whole=plane.shape, numbered=False, frames=(part,))


def _windows(source, pixel):
    """Return which rows and which columns are shown, as pairs of the first and the stop.

    If they are too many for numbers, these are the surroundings of a pixel, if there is one.
    """
    shape = np.atleast_2d(source.array).shape[-2:]
    if pixel is None or source.is_whole or fits(source.array):
        return [(0, side) for side in shape]
    return [span(side, middle, SURROUNDINGS) for side, middle in zip(shape, pixel, strict=True)]


def _with_room_for(frames, windows):
    """Return rows and columns, extended to all that is framed."""
    (top, bottom), (left, right) = windows
    for each in frames:
        top, bottom = min(top, each.top), max(bottom, each.bottom)
        left, right = min(left, each.left), max(right, each.right)
    return (top, bottom), (left, right)
