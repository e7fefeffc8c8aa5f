"""One panel of a figure: an image with its title and caption, or the reason why there is none."""

import numpy as np

from autograder.imaging.figures.layout import CAPTION, DPI, NARROWEST, TITLE, FigurePanel, wrapped

NOT_WRITTEN = "not written yet"

# Vermilion and orange of Okabe and Ito stand out from grey for every kind of colour vision.
WINDOW_COLOUR = "#D55E00"
OUTLINE_COLOUR = "#E69F00"

# Side of a panel in pixels, as nearly as whole numbers of pixels allow.
USUAL_SIDE = 260
EMPTY_SIDE = 170


def zoom_for(images, aspect=1):
    """Return how many screen pixels a pixel's side takes: the same in all panels, at least one."""
    shapes = [np.shape(image)[:2] for image in images if not why_not_an_image(image)]
    longest = max((max(aspect * rows, columns) for rows, columns in shapes), default=1)
    return max(1, round(USUAL_SIDE / longest))


def panel_for(image, title="", words="", zoom=1, aspect=1):
    """Return the panel of an image, each pixel `zoom` pixels wide, or that of a reason."""
    if why_not_an_image(image):
        return FigurePanel(EMPTY_SIDE, EMPTY_SIDE, title)
    rows, columns = np.shape(image)[:2]
    return FigurePanel(columns * zoom, round(rows * zoom * aspect), title, words)


def draw_image(ax, image, title="", limits=None, cmap="gray"):
    """Draw an image, with its shape, dtype and range below it.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw; the image fills it.
    image : ndarray of shape (M, N), (M, N, 3) or (M, N, 4), or None
        Grey or colour. None, and what is not an image, gives a panel with words in it.
    title : str
        Stands above the image.
    limits : pair of float or None
        What is black and what is white; by default `black_and_white`.
    cmap : str
        Colour map of an image without colour channels.
    """
    draw_plane(ax, image, title, limits, cmap)
    if not why_not_an_image(image):
        words = wrapped(facts(np.asarray(image)), room_of(ax), CAPTION)
        ax.set_xlabel(words, fontsize=CAPTION)


def draw_plane(ax, image, title, limits, cmap="gray"):
    """Draw an image without a caption; the parameters are those of `draw_image`."""
    ax.set_title(wrapped(title, room_of(ax), TITLE), fontsize=TITLE)
    reason = why_not_an_image(image)
    if reason:
        draw_words(ax, reason)
        return
    image = np.asarray(image)
    low, high = limits or black_and_white(image)
    shown = image.astype(float) if image.ndim == 2 else image
    ax.imshow(shown, cmap=cmap, vmin=low, vmax=high, aspect="auto", interpolation="nearest")
    ax.set(xticks=[], yticks=[])
    # The frame lies around the image: a line on its edge would cover its outermost pixels.
    for spine in ax.spines.values():
        spine.set(position=("outward", 1), edgecolor="0.6", linewidth=0.75)


def draw_outline(ax, image, mask):
    """Draw a line around a mask, if it has the shape of an image that was drawn."""
    if mask is None or why_not_an_image(image) or np.shape(mask) != np.shape(image)[:2]:
        return
    mask = np.asarray(mask, dtype=bool)
    # Matplotlib warns if there is no border to draw.
    if mask.any() and not mask.all():
        ax.contour(mask, levels=[0.5], colors=OUTLINE_COLOUR, linewidths=1.5)


def draw_marks(ax, image, marks):
    """Put a white square around some pixels of an image that was drawn."""
    if marks and not why_not_an_image(image):
        rows, columns = zip(*marks, strict=True)
        ax.plot(columns, rows, "s", markersize=9, fillstyle="none", color="white")


def draw_words(ax, words):
    """Draw an empty panel with words in the middle."""
    ax.set(xticks=[], yticks=[], facecolor="0.95", xlim=(0, 1), ylim=(0, 1))
    ax.set_box_aspect(1)
    ax.text(0.5, 0.5, words, ha="center", va="center", fontsize=10, color="0.25")
    for spine in ax.spines.values():
        spine.set(linestyle=":", edgecolor="0.5")


def draw_sides(ax, sides):
    """Write at the four edges of a picture what lies there: top, bottom, left and right."""
    import matplotlib.patheffects as effects

    places = [(0.5, 0.97, 0), (0.5, 0.03, 0), (0.03, 0.5, 90), (0.97, 0.5, 270)]
    for words, (x, y, turn) in zip(sides, places, strict=True):
        across = "left" if x < 0.1 else "right" if x > 0.9 else "center"
        upright = "top" if y > 0.9 else "bottom" if y < 0.1 else "center"
        style = {"fontsize": CAPTION, "color": "white", "rotation": turn}
        text = ax.text(x, y, words, transform=ax.transAxes, ha=across, va=upright, **style)
        text.set_path_effects([effects.withStroke(linewidth=2, foreground="black")])


def room_of(ax):
    """Return the width that words around a panel may take, in pixels."""
    return max(ax.get_position().width * ax.figure.get_figwidth() * DPI, NARROWEST)


def why_not_an_image(array, ndim=2):
    """Return why an array cannot be drawn, as short words, or "" if it can.

    Parameters
    ----------
    array : object
        What a student's function returned.
    ndim : int
        Number of axes that an image has; if it is 2, a third may hold 3 or 4 colour channels.
    """
    if array is None:
        return NOT_WRITTEN
    array = np.asarray(array)
    if array.dtype.kind not in "biuf":
        return f"dtype {array.dtype}:\nno picture"
    has_channels = ndim == 2 and array.ndim == 3 and array.shape[-1] in (3, 4)
    if array.size == 0 or not (array.ndim == ndim or has_channels):
        return f"shape {array.shape}:\nno {'image' if ndim == 2 else 'volume'}"
    return ""


def black_and_white(image):
    """Return what is black and what is white: least and largest value, and 0 for an even image."""
    low, high = value_range(image)
    return (low, high) if low < high else (min(low, 0), max(high, 0))


def value_range(*arrays):
    """Return the least and the largest finite value of all arrays, as floats; (0, 1) for none."""
    finite = [array[np.isfinite(array)] for array in map(np.asarray, arrays)]
    finite = [array for array in finite if array.size]
    if not finite:
        return 0.0, 1.0
    return min(float(a.min()) for a in finite), max(float(a.max()) for a in finite)


def facts(array):
    """Return shape, dtype and range of an array in one line."""
    low, high = value_range(array)
    return f"{array.shape} {array.dtype}, {low:.4g} to {high:.4g}"
