"""Where panels lie on a page: each a whole number of screen pixels, so that no pixel is lost."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

# CSS has 96 pixels an inch: at this resolution, a pixel of the figure is one of the screen.
DPI = 96
# As wide as the cells of a notebook on a small laptop, in pixels, as all lengths below.
PAGE = 1060
GAP = 12
NARROWEST = 170

TITLE, CAPTION = 10, 8  # sizes of type, in points
# Matplotlib's own typeface is wide: a letter takes so much of its height, on average.
LETTER_WIDTH, LINE_HEIGHT = 0.55, 1.3


@dataclass(frozen=True)
class FigurePanel:
    """A panel to find a place for: its picture's width and height, and what is written around it.

    Attributes
    ----------
    width, height : int
        The picture's, in pixels.
    title, caption : str
        Above and below the picture.
    ticks : int
        Room for numbers of rows and columns, on the left and above.
    """

    width: int
    height: int
    title: str = ""
    caption: str = ""
    ticks: int = 0

    @property
    def room(self):
        """Width that words may take, and the picture with its numbers does."""
        return max(self.width + self.ticks, NARROWEST)

    @property
    def above(self):
        """Height of title and column numbers."""
        return _words_height(self.title, self.room, TITLE) + self.ticks + 6

    @property
    def below(self):
        """Height of the caption."""
        return _words_height(self.caption, self.room, CAPTION) + 6


def wrapped(text, width, points):
    """Return a text, broken into lines that fit into a width in pixels."""
    letter = LETTER_WIDTH * points * DPI / 72
    lines = (textwrap.wrap(line, max(int(width / letter), 8)) for line in text.splitlines())
    return "\n".join(line for wrapped_lines in lines for line in wrapped_lines)


def _words_height(text, width, points):
    """Return how high a text is, in pixels, if it is broken to fit into a width."""
    lines = len(wrapped(text, width, points).splitlines())
    return round(lines * LINE_HEIGHT * points * DPI / 72)


def axes_for(panels, per_row=None, label=0):
    """Return the axes of a new figure, one for each panel, exactly as large as its picture.

    Parameters
    ----------
    panels : sequence of FigurePanel
        From left to right, and on to the next row where the page ends.
    per_row : int or None
        How many stand in a row, however wide that is.
    label : int
        Room on the left of each row, for a title of the row.
    """
    import matplotlib.pyplot as plt

    rows = list(_rows(panels, per_row))
    width = max(sum(p.room for p in row) + GAP * (len(row) + 1) for row in rows) + label
    heights = [_height(row) for row in rows]
    height = sum(heights) + GAP
    figure = plt.figure(figsize=(width / DPI, height / DPI), dpi=DPI)
    axes, top = [], GAP // 2
    for row, row_height in zip(rows, heights, strict=True):
        left, above = GAP + label, max(panel.above for panel in row)
        for panel in row:
            bottom = height - top - above - panel.height
            inwards = panel.ticks + (panel.room - panel.ticks - panel.width) // 2
            box = (left + inwards, bottom, panel.width, panel.height)
            axes.append(_axes(figure, box, width, height))
            left += panel.room + GAP
        top += row_height
    return axes


def _rows(panels, per_row):
    """Yield the panels that stand beside each other."""
    row, used = [], GAP
    for panel in panels:
        full = len(row) == per_row if per_row else used + panel.room + GAP > PAGE
        if row and full:
            yield row
            row, used = [], GAP
        row.append(panel)
        used += panel.room + GAP
    yield row


def _height(row):
    parts = ("above", "height", "below")
    return sum(max(getattr(panel, part) for panel in row) for part in parts) + GAP // 2


def _axes(figure, box, width, height):
    left, bottom, across, up = box
    return figure.add_axes((left / width, bottom / height, across / width, up / height))
