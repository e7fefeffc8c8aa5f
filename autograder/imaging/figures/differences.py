"""Two results beside each other, and what is left when one is subtracted from the other."""

import numpy as np

from autograder.imaging.figures.layout import axes_for
from autograder.imaging.figures.output import put_out
from autograder.imaging.figures.panels import (
    draw_image,
    draw_words,
    facts,
    panel_for,
    value_range,
    why_not_an_image,
    zoom_for,
)
from autograder.imaging.figures.rows import limits_of

# The largest difference that still looks like none, in units of the range of what was expected.
INVISIBLE = 0.01
# As long as a number in a title or a caption may get.
WIDEST = "-0.000e-00"
DIFFERENCE = "difference: at most {}"
COLOURS = "In the difference, red means that {} is larger, blue that it is smaller, white neither."


def show_difference(yours, expected, names=("yours", "expected"), plane=None, caption=""):
    """Show two images, and the first minus the second with the largest difference in words.

    In the difference, white is none, red is too much and blue too little; the caption says so. Its
    scale never shrinks below a hundredth of the range of `expected`, so that rounding does not
    show.

    Parameters
    ----------
    yours, expected : ndarray of shape (M, N) or (P, M, N), or None
        Two images or two volumes; None if a function is not written yet.
    names : pair of str
        Their titles.
    plane : int or None
        The plane to show, if they are volumes. The largest difference is that of all planes.
    caption : str
        What there is to see, in a sentence or two; stands below the figure, before the colours.

    Examples
    --------
    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> show_difference(np.eye(3), np.zeros((3, 3)), names=("yours", "scikit-image"))
    """
    pair = [_plane_of(image, plane) for image in (yours, expected)]
    zoom = zoom_for(pair)
    words = ["" if why_not_an_image(image) else facts(np.asarray(image)) for image in pair]
    titles = [*names, DIFFERENCE.format(WIDEST)]
    drawn = zip([*pair, pair[1]], titles, [*words, f"{words[1]} {WIDEST}"], strict=True)
    panels = axes_for([panel_for(*each, zoom) for each in drawn])
    limits = limits_of(pair[1:], "shared")
    for ax, name, image in zip(panels, names, pair, strict=False):
        draw_image(ax, image, name, limits)
    reason = _why_no_difference(yours, expected)
    if reason:
        panels[2].set_title("difference", fontsize=10)
        draw_words(panels[2], reason)
    else:
        difference = np.subtract(yours, expected, dtype=float)
        _draw_difference(panels[2], difference, value_range(expected), plane)
    put_out(panels[0].figure, f"{caption} {COLOURS.format(names[0])}".strip())


def _draw_difference(ax, difference, expected_range, plane):
    """Draw a difference in red and blue, with the largest one in the title."""
    low, high = expected_range
    largest = max(abs(value) for value in value_range(difference))
    widest = max(largest, INVISIBLE * (high - low)) or 1.0
    title = DIFFERENCE.format(f"{largest:.3g}")
    draw_image(ax, _plane_of(difference, plane), title, (-widest, widest), cmap="RdBu_r")


def _plane_of(image, plane):
    """Return one plane of a volume; images, and what is neither, come back as they are."""
    if plane is None or why_not_an_image(image, ndim=3):
        return image
    return np.asarray(image)[plane]


def _why_no_difference(yours, expected):
    """Return why two arrays cannot be subtracted, as short words, or "" if they can."""
    for array in (yours, expected):
        reason = why_not_an_image(array, ndim=np.ndim(array))
        if reason:
            return reason
    if np.shape(yours) != np.shape(expected):
        return f"{np.shape(yours)} beside\n{np.shape(expected)}"
    return ""
