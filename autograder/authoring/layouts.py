"""Arrays that hold the same in another memory layout."""

from __future__ import annotations

import numpy as np

LAYOUTS = {
    "row by row": lambda image: image.copy(),
    "column by column": np.asfortranarray,
    "every other pixel": lambda image: np.repeat(np.repeat(image, 2, 0), 2, -1)[::2, ..., ::2],
    "turned round": lambda image: image[::-1, ..., ::-1].copy()[::-1, ..., ::-1],
    "read only": lambda image: read_only(image.copy()),
}


def laid_out(image, layout):
    """Return an array equal to `image` in another memory layout, one of `LAYOUTS`."""
    return LAYOUTS[layout](image)


def read_only(array):
    """Return the array itself, after writing to it was forbidden."""
    array.flags.writeable = False
    return array
