"""Parts of large arrays: the surroundings of a pixel, a few planes of many."""

from __future__ import annotations

import numpy as np

# Up to so many rows and columns all numbers are shown; of more, so many around a pixel.
MOST_NUMBERED = {"image": 8, "volume": 5}
SURROUNDINGS = 5
# Beyond this, it does not show where in the whole image that is.
LARGE = 16
# So many planes at most, and of planes that are too large for numbers.
MOST_PLANES, MOST_LARGE_PLANES = 5, 3
TIMES = " \N{MULTIPLICATION SIGN} "


def sides(array):
    """Return the shape of an array as people write it: rows times columns."""
    if array.ndim < 2:
        return "one number" if array.ndim == 0 else f"{array.size} value{'s' * (array.size != 1)}"
    return TIMES.join(str(side) for side in array.shape)


def fits(array):
    """Return whether every value of an image, or of a volume's planes, can be shown."""
    kind = "volume" if array.ndim == 3 else "image"
    return max(array.shape[-2:], default=1) <= MOST_NUMBERED[kind]


def span(side, middle, most):
    """Return the first index to show of an axis, and the first not to: `most` around `middle`.

    Examples
    --------
    >>> span(5, 4, most=9), span(100, 50, most=9), span(100, 1, most=9)
    ((0, 5), (46, 55), (0, 9))
    """
    start = max(min(middle - most // 2, side - most), 0)
    return start, min(start + most, side)


def cut(plane, rows, columns, border="constant"):
    """Return rows and columns of an image, also such as lie beyond its border.

    Parameters
    ----------
    plane : ndarray of shape (M, N)
        At least one pixel.
    rows, columns : pair of int
        The first index and the first that is left out, counted in the image.
    border : {"constant", "symmetric"}
        What lies beyond the border: zeros, or the mirrored image.

    Examples
    --------
    >>> cut(np.array([[1, 2], [3, 4]]), rows=(-1, 2), columns=(0, 1))
    array([[0],
           [1],
           [3]])
    """
    around = [
        (max(-start, 0), max(stop - side, 0))
        for (start, stop), side in zip((rows, columns), plane.shape, strict=True)
    ]
    (above, _), (left, _) = around
    padded = np.pad(plane, around, mode=border)
    return padded[rows[0] + above : rows[1] + above, columns[0] + left : columns[1] + left]


def as_floats(array):
    """Return an array as float64, with NaN for all that is not finite."""
    floats = array.astype(float)
    return np.where(np.isfinite(floats), floats, np.nan)
