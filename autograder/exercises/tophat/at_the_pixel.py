"""What follows for one pixel from what an opening is, if no known fault explains what came there.

An opening is, at each pixel, the largest of the least grey values under the footprint, over all its
places that cover the pixel; a closing is the least of the largest.
"""

from __future__ import annotations

import numpy as np

from autograder.authoring.assertions import number
from autograder.authoring.choices import Finding
from autograder.exercises.tophat.step_models import right_steps_of, steps
from autograder.imaging.grids import place

AT_MOST = (
    "Wherever the footprint lies so that it covers {where}, a pixel under it is {value} or less, "
    "so the opening is not above {value} there{rest}."
)
AT_LEAST = (
    "The footprint can cover {where} with no pixel under it darker than {value}, so the opening is "
    "{value} there{rest}."
)
NOT_BELOW = (
    "Wherever the footprint lies so that it covers {where}, a pixel under it is {value} or more, "
    "so the closing is not below {value} there{rest}."
)
NOT_ABOVE = (
    "The footprint can cover {where} with no pixel under it brighter than {value}, so the closing "
    "is {value} there{rest}."
)
LEAST = "Around {where}, the least value under the footprint is {value}."
LARGEST = "Around {where}, the largest value under the footprint is {value}."
# By the steps, and by whether the pixel is too dark.
TEXTS = {
    **{("E", is_lower): LEAST for is_lower in (True, False)},
    **{("D", is_lower): LARGEST for is_lower in (True, False)},
    ("ED", True): AT_LEAST,
    ("ED", False): AT_MOST,
    ("DE", True): NOT_BELOW,
    ("DE", False): NOT_ABOVE,
}


def at_the_pixel(name):
    """Return a function of what is `Shown` of a function, by the name of that.

    It returns the `Finding` on what the steps give at the wrong pixel, or None.
    """

    def found(shown):
        if shown.about != "values" or shown.right is None or shown.where is None:
            return None
        image, footprint = shown.arguments
        if _is_rounded(name, shown):
            text = f"{ROUNDED}{TOP_HAT if name.endswith('tophat') else ''}"
            return Finding("rounded_by_arithmetic", text)
        where, right_steps = shown.where, right_steps_of(name)
        inner = steps(right_steps, image.astype(float), footprint)[where]
        is_lower = shown.came[where] < shown.right[where]
        if name == "white_tophat":
            is_lower = not is_lower
        text = TEXTS[right_steps, bool(is_lower)]
        words = {"where": place(where), "value": number(inner)}
        return Finding("at_the_pixel", text.format(rest=_rest(name, shown), **words))

    return found


ROUNDED = (
    "What came is almost the right grey value, and none of the image's own: sums and differences "
    "round. An opening or closing picks one of the image's values, without arithmetic."
)


TOP_HAT = " A top-hat subtracts once, at its end."


def _is_rounded(name, shown):
    """Return whether a pixel is a little off, and none that the image's grey values give."""
    image, where = shown.arguments[0], shown.where
    came, right = float(shown.came[where]), float(shown.right[where])
    if not name.endswith("tophat"):
        return not (image == came).any() and abs(came - right) <= 1e-6 * abs(right)
    if image.dtype.kind != "f" or (abs(image - image[where]) == abs(shown.came[where])).any():
        return False
    return abs(came - right) <= 1e-6 * max(abs(right), abs(float(image[where])))


def _rest(name, shown):
    """Return what follows for a top-hat, as the end of the sentence; nothing for the others."""
    if not name.endswith("tophat") or not np.isfinite(shown.came[shown.where]):
        return ""
    kind = name.partition("_")[0]
    return f", and the {kind} top-hat is {number(shown.right[shown.where])}"
