"""Draw one panel into axes, in Matplotlib's own style: pixels, numbers, title."""

from __future__ import annotations

from contextlib import contextmanager
from threading import RLock

import numpy as np
from matplotlib import colormaps, rc_context, style
from matplotlib.patches import Rectangle
from matplotlib.transforms import ScaledTranslation

from autograder.imaging.figures.panels import WINDOW_COLOUR, draw_words
from autograder.reports.pictures.framing import draw_frame, draw_region

TITLE_SIZE, LABEL_SIZE = 8.5, 7
ABOVE_LABELS, ABOVE_PIXELS, HEADING_ABOVE_TITLE, BESIDE_PIXELS = 12, 3, 13, 2
BEYOND = {"hatch": "////", "facecolor": "white", "edgecolor": "0.75", "linewidth": 0}
MOST_DRAWN = 512  # rows or columns of an image
# Of a number that is not whole; fewer if that does not fit.
MOST_DIGITS = 3
# Colours of at least this luminance carry black numbers.
BRIGHT = 0.4
# Matplotlib's parameters belong to the process: two threads would restore each other's.
ONE_AT_A_TIME = RLock()


@contextmanager
def defaults():
    """Let Matplotlib draw in its default style, and the same SVG file on every run.

    A student or an instructor may have set another style.
    """
    own = {"hatch.linewidth": 0.6, "svg.hashsalt": "autograder", "svg.fonttype": "none"}
    with ONE_AT_A_TIME, style.context("default"), rc_context(own):
        yield


def draw(panel, ax, number_size, digits, has_row_labels):
    """Draw a panel.

    Parameters
    ----------
    panel : Panel
        What to draw.
    ax : matplotlib.axes.Axes
        Where; its box has the proportions of the panel.
    number_size : float
        The size of the numbers on the pixels in points; 0 for none.
    digits : int
        How many digits of them are written, if they are not short whole numbers.
    has_row_labels : bool
        Whether the indices of rows are written, too.
    """
    for axis in (ax.xaxis, ax.yaxis):  # ticks take longer to draw than all else
        axis.set_visible(False)
    if panel.pixels is None:
        draw_words(ax, panel.words)
    else:
        _draw_pixels(panel, ax)
    if panel.pixels is not None and panel.numbered:
        _write_numbers(panel, ax, number_size, digits)
        _label_columns_and_rows(panel, ax, has_row_labels)
    for region in panel.regions:
        draw_region(region, ax)
    for frame in panel.frames:
        draw_frame(frame, panel, ax)
    _write_title(panel, ax)


def _write_title(panel, ax):
    """Write the title above a panel, and the heading of its row above that."""
    look = {"color": WINDOW_COLOUR, "fontweight": "bold"} if panel.marked else {}
    above = ABOVE_LABELS if panel.numbered else ABOVE_PIXELS
    ax.set_title(panel.title, loc="left", y=1, fontsize=TITLE_SIZE, pad=above, **look)
    if panel.heading:
        offset = {"xytext": (0, above + HEADING_ABOVE_TITLE), "textcoords": "offset points"}
        ax.annotate(panel.heading, (0, 1), xycoords="axes fraction", fontsize=9, **offset)


def _draw_pixels(panel, ax):
    """Draw the pixels at their indices in the whole array; a hatch for those without a number."""
    (top, left), (height, width) = panel.corner, panel.pixels.shape
    ax.set_facecolor("white")
    ax.patch.set(hatch="xxxx", edgecolor="0.6", linewidth=0)
    ax.set(xlim=(left - 0.5, left + width - 0.5), ylim=(top + height - 0.5, top - 0.5))
    if panel.numbered:
        rows, columns = np.arange(height + 1) + top - 0.5, np.arange(width + 1) + left - 0.5
        colours = _colours_of(panel.pixels, panel)
        ax.pcolormesh(columns, rows, colours, edgecolors="0.6", linewidth=0.4)
    else:
        step = -(-max(height, width) // MOST_DRAWN)
        colours = _colours_of(panel.pixels[::step, ::step], panel)
        extent = (*ax.get_xlim(), *ax.get_ylim())
        ax.imshow(colours, extent=extent, interpolation="nearest", aspect="auto")
    for row, column in sorted(panel.pixels_beyond()):
        ax.add_patch(Rectangle((column - 0.5, row - 0.5), 1, 1, **BEYOND))


def _colours_of(pixels, panel):
    """Return the colours of some pixels of a panel, transparent for NaN: shape (M, N, 4)."""
    low, high = panel.limits
    # Halves, since the largest floats are further apart than any float can say.
    share = np.clip((pixels / 2 - low / 2) / (high / 2 - low / 2 or 1.0), 0, 1)
    if panel.diverging:
        # Without its dark ends, on which neither frames nor numbers stand out.
        return colormaps["PuOr_r"](0.2 + 0.6 * share)
    return colormaps["gray"](share)


def _write_numbers(panel, ax, size, digits):
    """Write each value on its pixel: black on bright colours, white on dark ones."""
    if not size:
        return
    colours, beyond = _colours_of(panel.pixels, panel), panel.pixels_beyond()
    for offset, value in np.ndenumerate(panel.pixels):
        row, column = np.add(offset, panel.corner)
        red, green, blue, opacity = colours[offset]
        is_bright = 0.3 * red + 0.59 * green + 0.11 * blue >= BRIGHT or not opacity
        colour = "0.35" if (row, column) in beyond else "black" if is_bright else "white"
        text = short_number(value, digits)
        ax.text(column, row, text, ha="center", va="center", fontsize=size, color=colour)


def short_number(value, digits=MOST_DIGITS):
    """Return a value as short text: whole numbers without a point, "?" if it is NaN.

    Examples
    --------
    >>> short_number(-0.12345), short_number(-0.12345, digits=1), short_number(2.5e10, digits=1)
    ('-0.123', '-.1', '2e10')
    """
    if np.isnan(value):
        return "?"
    if value == int(value) and abs(value) < 10 ** (2 * digits):
        return f"{value:.0f}"
    if digits == MOST_DIGITS:
        return f"{value:.4g}" if abs(value) >= 100 else f"{value:.3g}"
    text = f"{value:.{digits}g}".replace("e+0", "e").replace("e+", "e").replace("e-0", "e-")
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def _label_columns_and_rows(panel, ax, has_row_labels):
    """Write the indices of columns, and of rows, along the edges; none beyond the border."""
    ends = np.add(panel.corner, panel.pixels.shape)
    rows, columns = (
        [i for i in range(start, stop) if 0 <= i < side]
        for start, stop, side in zip(panel.corner, ends, panel.whole, strict=True)
    )
    look = {"fontsize": LABEL_SIZE, "color": "0.35", "label": "index"}
    above = ax.get_xaxis_transform() + _offset(ax, 0, BESIDE_PIXELS)
    for column in columns:
        ax.text(column, 1, column, ha="center", va="bottom", transform=above, **look)
    beside = ax.get_yaxis_transform() + _offset(ax, -BESIDE_PIXELS, 0)
    for row in rows if has_row_labels else []:
        ax.text(0, row, row, ha="right", va="center", transform=beside, **look)


def _offset(ax, right, up):
    """Return the transform that moves what it is added to by some points."""
    return ScaledTranslation(right / 72, up / 72, ax.figure.dpi_scale_trans)
