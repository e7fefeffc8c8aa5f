"""Images and volumes side by side."""

import numpy as np

from autograder.imaging.figures.panels import (
    draw_image,
    draw_outline,
    draw_plane,
    row_of_panels,
    value_range,
    why_not_an_image,
)


def show_images(images, scale="own", outlines=None, aspect=1):
    """Show images side by side in grey, each with its shape, dtype and range below it.

    Parameters
    ----------
    images : dict of str to ndarray or None
        Titles and images of shape (M, N), or (M, N, 3) in colour. None, the result of a function
        that is not written yet, gives an empty panel that says so.
    scale : {"own", "shared"} or pair of float
        What is black and what is white: the least and the largest value of each image, those of
        all grey images together, or the two values given.
    outlines : dict of str to ndarray or None
        Masks of the images' shape, by title; a line is drawn around each. Where one is None, no
        line is drawn.
    aspect : float
        Height of a pixel divided by its width.

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
    panels = row_of_panels(images.values(), aspect)
    for ax, (title, image) in zip(panels, images.items(), strict=True):
        draw_image(ax, image, title, limits, aspect=aspect)
        draw_outline(ax, image, (outlines or {}).get(title))


def show_planes(volumes, planes, scale="own", outline=None):
    """Show some planes of a volume in a row; of several volumes, one row each.

    Parameters
    ----------
    volumes : ndarray of shape (P, M, N), None, or a dict of str to these
        A volume, or several with their titles. None, the result of a function that is not written
        yet, gives a row of empty panels that say so.
    planes : sequence of int
        Indices along axis 0.
    scale : {"own", "shared"} or pair of float
        As for `show_images`, of the planes that are shown: each volume's own, or all together.
    outline : ndarray of shape (P, M, N) or None
        A mask; a line is drawn around it on every plane.

    Examples
    --------
    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> volume = np.arange(24).reshape(2, 3, 4)
    >>> show_planes({"volume": volume, "yours": None}, planes=[0, 1])
    """
    import matplotlib.pyplot as plt

    volumes = volumes if isinstance(volumes, dict) else {"": volumes}
    shown = {title: _planes_of(volume, planes) for title, volume in volumes.items()}
    shared = limits_of([image for row in shown.values() for image in row], scale)
    size = (2.3 * len(planes) + 0.3, 2.6 * len(shown))
    grid = {"nrows": len(shown), "ncols": len(planes), "squeeze": False}
    _, panels = plt.subplots(**grid, figsize=size, layout="constrained")
    for row, (title, images) in zip(panels, shown.items(), strict=True):
        limits = shared or limits_of(images, "shared")
        for ax, index, image in zip(row, planes, images, strict=True):
            draw_plane(ax, image, f"plane {index}", limits)
            draw_outline(ax, image, None if outline is None else np.asarray(outline)[index])
        row[0].set_ylabel(title, fontsize=10)


def _planes_of(volume, planes):
    """Return planes of a volume; where it is none, itself, so that each panel says why."""
    if why_not_an_image(volume, ndim=3):
        return [volume] * len(planes)
    return [np.asarray(volume)[index] for index in planes]


def limits_of(images, scale):
    """Return what is black and what is white in all images, or None where each has its own.

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
