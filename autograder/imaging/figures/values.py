"""Small arrays, with the value written on every pixel."""

import numpy as np

from autograder.imaging.figures.layout import TITLE, FigurePanel, axes_for, wrapped
from autograder.imaging.figures.output import put_out
from autograder.imaging.figures.panels import (
    EMPTY_SIDE,
    WINDOW_COLOUR,
    black_and_white,
    draw_words,
    room_of,
    why_not_an_image,
)

# Grey of this brightness contrasts with black as much as with white.
MIDDLE_GREY = 0.46
# In pixels: a cell that holds three digits, what each further one needs, and the numbers outside.
CELL, DIGIT, TICKS = 34, 8, 22


def show_values(
    array, ax=None, title="", window=None, decimals=2, limits=None, caption="", per_row=None
):
    """Show a small image, or several side by side, with the value written on every pixel.

    Parameters
    ----------
    array : ndarray of shape (M, N) or None, or a dict of str to these
        Any real dtype; at most 20 rows and columns are readable. None, the result of a function
        that is not written yet, gives an empty panel that says so. Several have their titles.
    ax : matplotlib.axes.Axes or None
        Where to draw one image; a new figure by default.
    title : str
        Stands above the image, if there is one.
    window : pair of slices or None, or a dict of str to these
        Rows and columns to put a frame around, such as ``np.s_[0:3, 1:4]``; by title for several
        images.
    decimals : int
        Digits after the point, for values that are not whole numbers.
    limits : pair of float or None
        What is black and what is white; by default the least and the largest value.
    caption : str
        What there is to see, in a sentence or two; stands below the figure.
    per_row : int or None
        How many images stand in a row; by default as many as the page has room for.

    Examples
    --------
    A row of panels, one of them with a frame around the neighbourhood of pixel [1, 1]:

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> image = np.arange(12).reshape(3, 4)
    >>> show_values({"image": image, "yours": None}, window={"image": np.s_[0:3, 0:3]})
    """
    if ax is not None:
        _draw_values(ax, array, title, window, decimals, limits)
        return
    arrays = array if isinstance(array, dict) else {title: array}
    windows = window if isinstance(window, dict) else dict.fromkeys(arrays, window)
    cell = max(_cell(each, decimals) for each in arrays.values())
    panels = [_panel(each, name, cell) for name, each in arrays.items()]
    axes = axes_for(panels, per_row)
    for ax, (name, each) in zip(axes, arrays.items(), strict=True):
        _draw_values(ax, each, name, windows.get(name), decimals, limits)
    put_out(axes[0].figure, caption)


def _draw_values(ax, array, title, window, decimals, limits):
    """Draw one image with its values."""
    ax.set_title(wrapped(title, room_of(ax), TITLE), fontsize=TITLE)
    reason = _why_no_table(array)
    if reason:
        draw_words(ax, reason)
        return
    array = np.asarray(array)
    low, high = limits or black_and_white(array)
    look = {"cmap": "gray", "vmin": low, "vmax": high, "interpolation": "nearest"}
    ax.imshow(array.astype(float), **look)
    _write_values(ax, array, low, high, decimals)
    _label_rows_and_columns(ax, array.shape)
    if window is not None:
        _frame(ax, window, array.shape)


def _why_no_table(array):
    return why_not_an_image(array) or ("" if np.ndim(array) == 2 else "not a grey image")


def _cell(array, decimals):
    """Return how wide the pixels of an image need to be for their numbers."""
    if _why_no_table(array):
        return CELL
    longest = max(len(_pixel_text(value, decimals)) for value in np.asarray(array).flat)
    return max(CELL, DIGIT * longest + 10)


def _panel(array, title, cell):
    if _why_no_table(array):
        return FigurePanel(EMPTY_SIDE, EMPTY_SIDE, title)
    rows, columns = np.shape(array)
    return FigurePanel(columns * cell, rows * cell, title, ticks=TICKS)


def _write_values(ax, array, low, high, decimals):
    """Write each value on its pixel, in white on dark pixels and in black on bright ones."""
    for (row, column), value in np.ndenumerate(array):
        brightness = (value - low) / (high - low) if high > low else 0
        colour = "black" if brightness > MIDDLE_GREY else "white"
        look = {"ha": "center", "va": "center", "color": colour, "fontsize": 9}
        # Numbers never stick out, and laying out a hundred of them takes most of the time.
        ax.text(column, row, _pixel_text(value, decimals), **look).set_in_layout(False)


def _pixel_text(value, decimals):
    """Return a value as text: whole numbers without a point, others rounded."""
    value = float(value)
    return f"{value:.0f}" if value.is_integer() else f"{value:.{decimals}f}"


def _label_rows_and_columns(ax, shape):
    """Write the numbers of rows and columns along the edges."""
    ax.set(xticks=range(shape[1]), yticks=range(shape[0]))
    ax.tick_params(length=0, labelsize=8, labelcolor="0.35")
    ax.tick_params(axis="x", labelbottom=False, labeltop=True)


def _frame(ax, window, shape):
    """Put a thick frame around the rows and columns of a window."""
    from matplotlib.patches import Rectangle

    (top, bottom, _), (left, right, _) = (
        each.indices(side) for each, side in zip(window, shape, strict=True)
    )
    corner = (left - 0.5, top - 0.5)
    outline = {"fill": False, "edgecolor": WINDOW_COLOUR, "linewidth": 3, "clip_on": False}
    ax.add_patch(Rectangle(corner, right - left, bottom - top, **outline))
