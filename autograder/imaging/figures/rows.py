"""Images and volumes side by side."""

import numpy as np

from autograder.imaging.figures.layout import GAP, PAGE, axes_for
from autograder.imaging.figures.output import put_out
from autograder.imaging.figures.panels import (
    draw_image,
    draw_marks,
    draw_outline,
    draw_plane,
    draw_sides,
    facts,
    panel_for,
    value_range,
    why_not_an_image,
    zoom_for,
)

# Room for the title of a row of planes, in pixels.
ROW_TITLE = 20


def show_images(
    images,
    scale="own",
    outlines=None,
    aspect=1,
    zoom=None,
    caption="",
    sides=None,
    marks=(),
):
    """Show images side by side in grey, each with its shape, dtype and range below it.

    All are enlarged alike, by a whole number, so that every pixel shows and sizes can be compared.

    Parameters
    ----------
    images : dict of str to ndarray or None
        Titles and images of shape (M, N), or (M, N, 3) in colour. None, the result of a function
        that is not written yet, gives an empty panel that says so.
    scale : {"own", "shared"} or pair of float
        What is black and what is white: the least and the largest value of each image, those of
        all grey images together, or the two values given.
    outlines : dict of str to ndarray or None
        Masks of the images' shape, by title; a line is drawn around each. If one is None, no
        line is drawn.
    aspect : float
        Height of a pixel divided by its width.
    zoom : int or None
        How many screen pixels wide a pixel is; by default as many as give a usual size.
    caption : str
        What there is to see, in a sentence or two; stands below the figure.
    sides : sequence of 4 str or None
        What lies at the top, at the bottom, on the left and on the right; written into the first
        image.
    marks : sequence of pairs of int
        Rows and columns of pixels to put a white square around, in every image.

    Raises
    ------
    ValueError
        If `scale` is none of these.

    Examples
    --------
    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> image = np.arange(12).reshape(3, 4)
    >>> show_images({"image": image, "twice": 2 * image, "yours": None}, scale="shared")
    """
    limits = limits_of(images.values(), scale)
    zoom = zoom or zoom_for(images.values(), aspect)
    panels = [
        panel_for(image, title, _facts(image), zoom, aspect) for title, image in images.items()
    ]
    axes = axes_for(panels)
    for ax, (title, image) in zip(axes, images.items(), strict=True):
        draw_image(ax, image, title, limits)
        draw_outline(ax, image, (outlines or {}).get(title))
        draw_marks(ax, image, marks)
    if sides:
        draw_sides(axes[0], sides)
    put_out(axes[0].figure, caption)


def show_planes(volumes, planes, scale="own", outline=None, caption="", sides=None):
    """Show some planes of a volume in a row; of several volumes, one row each.

    Parameters
    ----------
    volumes : ndarray of shape (P, M, N), None, or a dict of str to these
        A volume, or several with their titles. None, the result of a function that is not written
        yet, gives a row of empty panels that say so.
    planes : sequence of int
        Indices along axis 0.
    scale : {"own", "shared"} or pair of float
        What is black and what is white: the least and the largest value of each volume's planes
        that are shown, those of all volumes together, or the two values given.
    outline : ndarray of shape (P, M, N) or None
        A mask; a line is drawn around it on every plane.
    caption, sides
        As for `show_images`; the sides are written into the first plane.

    Raises
    ------
    ValueError
        If `scale` is none of these.

    Examples
    --------
    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> volume = np.arange(24).reshape(2, 3, 4)
    >>> show_planes({"volume": volume, "yours": None}, planes=[0, 1])
    """
    volumes = volumes if isinstance(volumes, dict) else {"": volumes}
    shown = {title: _planes_of(volume, planes) for title, volume in volumes.items()}
    images = [image for row in shown.values() for image in row]
    shared = limits_of(images, scale)
    zoom = _zoom_for_a_row(images, len(planes))
    panels = [panel_for(image, "plane", zoom=zoom) for image in images]
    axes = iter(axes_for(panels, per_row=len(planes), label=ROW_TITLE if any(volumes) else 0))
    first = None
    for title, row in shown.items():
        limits = shared or limits_of(row, "shared")
        for index, image in zip(planes, row, strict=True):
            ax = next(axes)
            draw_plane(ax, image, f"plane {index}", limits)
            draw_outline(ax, image, None if outline is None else np.asarray(outline)[index])
            if image is row[0]:
                ax.set_ylabel(title, fontsize=10)
            first = first or ax
    if sides:
        draw_sides(first, sides)
    put_out(first.figure, caption)


def _zoom_for_a_row(images, number):
    """Return the usual zoom, or a smaller one with which so many images fit beside each other."""
    widths = [np.shape(image)[1] for image in images if not why_not_an_image(image)]
    fitting = (PAGE - GAP * (number + 1)) // (number * max(widths, default=1))
    return max(1, min(zoom_for(images), fitting))


def _facts(image):
    return "" if why_not_an_image(image) else facts(np.asarray(image))


def _planes_of(volume, planes):
    """Return planes of a volume; if it is none, itself, so that each panel says why."""
    if why_not_an_image(volume, ndim=3):
        return [volume] * len(planes)
    return [np.asarray(volume)[index] for index in planes]


def limits_of(images, scale):
    """Return what is black and what is white in all images, or None if each has its own.

    Raises
    ------
    ValueError
        If `scale` is neither "own" nor "shared" nor a pair of numbers.
    """
    if isinstance(scale, str) and scale not in ("own", "shared"):
        raise ValueError(f'scale is "own", "shared" or a pair of numbers, not {scale!r}.')
    if isinstance(scale, str):
        grey = [image for image in images if not why_not_an_image(image) and np.ndim(image) == 2]
        return value_range(*grey) if scale == "shared" else None
    low, high = scale
    return low, high
