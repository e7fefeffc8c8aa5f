"""One panel of a figure: an image with its title and caption, or the reason why there is none."""

import numpy as np

NOT_WRITTEN = "not written yet"

# Vermilion and orange of Okabe and Ito stand out from grey for every kind of colour vision.
WINDOW_COLOUR = "#D55E00"
OUTLINE_COLOUR = "#E69F00"

PER_ROW = 4


def row_of_panels(images, aspect=1):
    """Return the axes of a new figure for these images, at most four beside each other."""
    import matplotlib.pyplot as plt

    number = len(images)
    columns = min(number, PER_ROW)
    rows = -(-number // columns)
    tallest = max(_height(image, aspect) for image in images)
    size = (3.1 * columns, (3.1 * tallest + 0.4) * rows)
    _, panels = plt.subplots(rows, columns, figsize=size, squeeze=False, layout="constrained")
    for spare in panels.flat[number:]:
        spare.set_axis_off()
    return list(panels.flat[:number])


def _height(image, aspect):
    """Return how high a panel is, in units of its width."""
    if why_not_an_image(image):
        return 1
    rows, columns = np.shape(image)[:2]
    return min(max(aspect * rows / columns, 0.25), 1.25)


def draw_image(ax, image, title="", limits=None, cmap="gray", aspect=1):
    """Draw an image, with its shape, dtype and range below it.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    image : ndarray of shape (M, N), (M, N, 3) or (M, N, 4), or None
        Grey or colour. None, and what is not an image, gives a panel with words in it.
    title : str
        Stands above the image.
    limits : pair of float or None
        What is black and what is white; by default `black_and_white`.
    cmap : str
        Colour map of an image without colour channels.
    aspect : float
        Height of a pixel divided by its width.
    """
    draw_plane(ax, image, title, limits, cmap, aspect)
    if not why_not_an_image(image):
        ax.set_xlabel(_caption(np.asarray(image)), fontsize=8)


def draw_plane(ax, image, title, limits, cmap="gray", aspect=1):
    """Draw an image without a caption; the parameters are those of `draw_image`."""
    ax.set_title(title, fontsize=10)
    reason = why_not_an_image(image)
    if reason:
        draw_words(ax, reason)
        return
    image = np.asarray(image)
    low, high = limits or black_and_white(image)
    shown = image.astype(float) if image.ndim == 2 else image
    ax.imshow(shown, cmap=cmap, vmin=low, vmax=high, aspect=aspect, interpolation="nearest")
    ax.set(xticks=[], yticks=[])


def draw_outline(ax, image, mask):
    """Draw a line around a mask, where it has the shape of an image that was drawn."""
    if mask is None or why_not_an_image(image) or np.shape(mask) != np.shape(image)[:2]:
        return
    mask = np.asarray(mask, dtype=bool)
    # Matplotlib warns where there is no border to draw.
    if mask.any() and not mask.all():
        ax.contour(mask, levels=[0.5], colors=OUTLINE_COLOUR, linewidths=1.5)


def draw_words(ax, words):
    """Draw an empty panel with words in the middle."""
    ax.set(xticks=[], yticks=[], facecolor="0.95", xlim=(0, 1), ylim=(0, 1))
    ax.set_box_aspect(1)
    ax.text(0.5, 0.5, words, ha="center", va="center", fontsize=10, color="0.25")
    for spine in ax.spines.values():
        spine.set(linestyle=":", edgecolor="0.5")


def why_not_an_image(array, ndim=2):
    """Return why an array cannot be drawn, as short words, or "" where it can.

    Parameters
    ----------
    array : object
        What a student's function returned.
    ndim : int
        Number of axes that an image has; where it is 2, a third may hold 3 or 4 colour channels.
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


def _caption(array):
    """Return shape, dtype and range of an array in one line."""
    low, high = value_range(array)
    return f"{array.shape} {array.dtype}, {low:.4g} to {high:.4g}"
