"""Where each panel of a picture goes, and how large a pixel is. Lengths are in inches.

All numbered pixels of a picture have one size, so that a kernel can be laid on the image by eye.
"""

from __future__ import annotations

from dataclasses import dataclass

from autograder.reports.pictures.drawing import MOST_DIGITS, short_number
from autograder.reports.pictures.panels import Panel

WIDTH = 8.6  # what a notebook shows without scaling
MARGIN, BETWEEN_PANELS, BETWEEN_GROUPS, BETWEEN_LINES = 0.1, 0.12, 0.28, 0.15
ROW_LABELS, COLUMN_LABELS, TITLE, HEADING = 0.2, 0.15, 0.2, 0.2
CHARACTER = 0.066  # of a title
PIXELS = tuple(hundredths / 100 for hundredths in range(40, 5, -1))
READABLE_PIXEL = 0.22
LARGEST_IMAGE, IMAGE_IN_PIXELS, WORDS = 2.3, 3.5, 1.0
FEW_LINES = 2
POINT = 1 / 72
LARGEST_NUMBER, READABLE_NUMBER, SMALLEST_NUMBER = 9.0, 6.0, 5.0
AROUND_NUMBER = 3.0
DIGIT = 0.62  # the width of a digit, in units of its height


@dataclass(frozen=True)
class _Place:
    """Where a panel goes: its box, measured from the top left corner of the picture.

    `number_size` is that of the values on its pixels, in points, 0 for none, and `digits` how many
    digits they have; `has_row_labels` says whether its rows are labelled.
    """

    panel: Panel
    left: float
    top: float
    width: float
    height: float
    number_size: float
    digits: int
    has_row_labels: bool


class _Line:
    """Groups of panels beside each other, each group the panels of one array."""

    def __init__(self, groups):
        self.groups = groups
        self.panels = [panel for group in groups for panel in group]
        gaps = BETWEEN_GROUPS * (len(groups) - 1)
        gaps += BETWEEN_PANELS * (len(self.panels) - len(groups))
        self._room = (WIDTH - 2 * MARGIN - gaps) / len(self.panels)
        self._has_numbers = any(map(_has_numbers, self.panels))

    def width(self, pixel):
        """Return how wide the line is if numbered pixels have this size."""
        widths = [self.group_width(group, pixel) for group in self.groups]
        return 2 * MARGIN + sum(widths) + BETWEEN_GROUPS * (len(widths) - 1)

    def group_width(self, group, pixel):
        """Return how much of the width belongs to a group: enough for its heading."""
        panels = sum(self.panel_width(panel, pixel) for panel in group)
        panels += BETWEEN_PANELS * (len(group) - 1)
        labels = ROW_LABELS * _has_numbers(group[0])
        return labels + max(panels, CHARACTER * len(group[0].heading))

    def panel_width(self, panel, pixel):
        """Return how much of the width belongs to a panel: enough for its title."""
        return max(self.box(panel, pixel)[0], CHARACTER * len(panel.title))

    def box(self, panel, pixel):
        """Return width and height of a panel's pixels."""
        if panel.pixels is None:
            return WORDS, WORDS
        rows, columns = panel.pixels.shape
        if not panel.numbered:
            # Beside numbers an image is small, and gives way to them.
            side = IMAGE_IN_PIXELS * pixel if self._has_numbers else min(LARGEST_IMAGE, self._room)
            pixel = side / max(rows, columns)
        return max(columns * pixel, PIXELS[-1]), max(rows * pixel, PIXELS[-1])

    @property
    def above(self):
        """How much is needed above the pixels."""
        has_heading = any(panel.heading for panel in self.panels)
        return TITLE + COLUMN_LABELS * self._has_numbers + HEADING * has_heading

    def height(self, pixel):
        """Return how high the line is, what stands above its panels included."""
        return self.above + max(self.box(panel, pixel)[1] for panel in self.panels) + BETWEEN_LINES

    def boxes(self, top, pixel):
        """Yield the box of each group of the line: its left, top, width and height."""
        start = MARGIN
        for group in self.groups:
            width = self.group_width(group, pixel)
            yield start, top, width, self.height(pixel)
            start += width + BETWEEN_GROUPS

    def places(self, top, pixel):
        """Yield a `_Place` for each panel of the line, whose own top is given."""
        start = MARGIN
        for group in self.groups:
            left = start + ROW_LABELS * _has_numbers(group[0])
            for panel in group:
                box = self.box(panel, pixel)
                numbers = _numbers_that_fit(panel, pixel)
                yield _Place(panel, left, top + self.above, *box, *numbers, panel is group[0])
                left += self.panel_width(panel, pixel) + BETWEEN_PANELS
            start += self.group_width(group, pixel) + BETWEEN_GROUPS


def _has_numbers(panel):
    """Return whether a panel has pixels with numbers on them."""
    return panel.numbered and panel.pixels is not None


def arranged(arrangements):
    """Return lines of panels and the size of a pixel: the first in which numbers are easy to read.

    Parameters
    ----------
    arrangements : list
        Ways to arrange the same groups in lines, in the order of preference.

    Returns
    -------
    lines : list of Line
        Below each other.
    pixel : float
        The size of all numbered pixels; if there is no better, one that is hard to read.
    """
    best, size = None, 0.0
    for arrangement in arrangements:
        lines = [_Line(groups) for groups in arrangement if groups]
        pixel, readable = _largest_pixel(lines), _readable_pixel(lines)
        if pixel >= readable:
            # Of many lines, larger pixels would make the picture too high.
            return lines, pixel if len(lines) <= FEW_LINES else readable
        if pixel > size:
            best, size = lines, pixel
    return best, size


def _largest_pixel(lines):
    """Return the largest size of a numbered pixel with which all lines fit."""
    fitting = (pixel for pixel in PIXELS if all(line.width(pixel) <= WIDTH for line in lines))
    return next(fitting, PIXELS[-1])


def _readable_pixel(lines):
    """Return the size that a pixel needs for all numbers to be read with ease."""
    longest = max(_longest_number(panel) for line in lines for panel in line.panels)
    needed = (longest * DIGIT * READABLE_NUMBER + AROUND_NUMBER) * POINT
    return min(max(READABLE_PIXEL, needed), PIXELS[0])


def _numbers_that_fit(panel, pixel):
    """Return how large numbers can be on pixels of this size, and with how many digits.

    They are as exact as fits; the size is 0 if not even one digit can be read.
    """
    for digits in range(MOST_DIGITS, 0, -1) if _has_numbers(panel) else ():
        longest = _longest_number(panel, digits)
        size = min(LARGEST_NUMBER, (pixel / POINT - AROUND_NUMBER) / (DIGIT * longest))
        if size >= SMALLEST_NUMBER:
            return size, digits
    return 0.0, MOST_DIGITS


def _longest_number(panel, digits=MOST_DIGITS):
    """Return the number of characters in the longest number of a panel."""
    if not _has_numbers(panel):
        return 0
    return max(len(short_number(value, digits)) for value in panel.pixels.flat)
