"""Small arrays, with the value written on every pixel."""

import numpy as np

from autograder.imaging.figures.panels import (
    WINDOW_COLOUR,
    black_and_white,
    draw_words,
    why_not_an_image,
)

# Grey of this brightness contrasts with black as much as with white.
MIDDLE_GREY = 0.46


def show_values(array, ax=None, title="", window=None, decimals=2, limits=None):
    """Show a small image with the value written on every pixel.

    Parameters
    ----------
    array : ndarray of shape (M, N) or None
        Any real dtype; at most 20 rows and columns are readable. None, the result of a function
        that is not written yet, gives an empty panel that says so.
    ax : matplotlib.axes.Axes or None
        Where to draw; a new figure by default.
    title : str
        Stands above the image.
    window : pair of slices or None
        Rows and columns to put a frame around, such as ``np.s_[0:3, 1:4]``.
    decimals : int
        Digits after the point, for values that are not whole numbers.
    limits : pair of float or None
        What is black and what is white; by default the least and the largest value.

    Examples
    --------
    A row of panels, one of them with a frame around the neighbourhood of pixel [1, 1]:

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> import matplotlib.pyplot as plt
    >>> image = np.arange(12).reshape(3, 4)
    >>> fig, axes = plt.subplots(1, 2)
    >>> show_values(image, axes[0], window=np.s_[0:3, 0:3])
    >>> show_values(None, axes[1], title="your result")
    >>> plt.close(fig)
    """
    ax = ax or _new_axes(array)
    ax.set_title(title, fontsize=10)
    reason = why_not_an_image(array) or ("" if np.ndim(array) == 2 else "not a grey image")
    if reason:
        draw_words(ax, reason)
        return
    array = np.asarray(array)
    low, high = limits or black_and_white(array)
    ax.imshow(array.astype(float), cmap="gray", vmin=low, vmax=high, interpolation="nearest")
    _write_values(ax, array, low, high, decimals)
    _label_rows_and_columns(ax, array.shape)
    if window is not None:
        _frame(ax, window, array.shape)


def _new_axes(array):
    """Return the axes of a new figure in which every pixel has half an inch."""
    import matplotlib.pyplot as plt

    rows, columns = np.shape(array) if np.ndim(array) == 2 else (4, 4)
    size = (max(0.5 * columns, 2) + 0.5, max(0.5 * rows, 1) + 0.8)
    return plt.subplots(figsize=size, layout="constrained")[1]


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
