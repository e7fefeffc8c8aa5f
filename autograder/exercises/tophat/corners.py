"""Corners of what the four functions must do, which chance hardly reaches: one scene of each.

Long thin images show tiles, seams and indices that are too narrow, with footprints so small that
nested loops are done soon. Extreme integers show numbers that are taken for others. A footprint
longer than the image shows borders that are mirrored once.
"""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from autograder.authoring.strategies import DIGITS, arrays, lengthwise
from autograder.exercises.tophat.footprints import SQUARE, mirrored

FLAT = ((1024, 2), (2, 1024), (130, 5), (5, 130), (260, 1), (1, 260), (66, 2), (2, 66))
DEEP = ((64, 2, 2), (2, 64, 2), (2, 2, 64))
# Of numbers whose differences fit their dtype.
EXTREMES = (
    np.array([0, 255, 1], np.uint8),
    *(np.array([0, np.iinfo(d).max, 1], d) for d in (np.int8, np.int16, np.int32)),
    *(np.array([-1, np.iinfo(d).min, -2], d) for d in (np.int8, np.int16, np.int32)),
    np.array([0, 2**40, 1 - 2**40]),
)
# The middle first: rows of eleven, full and with holes.
LONG_ROWS = [mirrored(np.array([half], np.uint8)) for half in ([1] * 6, [0, 0, 1, 0, 0, 1])]
POINT = np.ones((1, 1), np.uint8)


def corners():
    """Return strategies for an image with a footprint."""
    long = [_of(shape, DIGITS, np.ones(lengthwise(shape), np.uint8)) for shape in (*FLAT, *DEEP)]
    extreme = [_of((5, 4), values, SQUARE) for values in EXTREMES]
    wide = [_of((4, 3), DIGITS, row) for row in LONG_ROWS]
    return [{"scene": scene} for scene in (*long, *extreme, *wide)]


def single_pixels():
    """Return strategies for an image with a footprint of one pixel: nothing is to be changed."""
    volume = _of((3, 2, 2), DIGITS, POINT[None])
    return [{"scene": scene} for scene in (_of((3, 4), DIGITS, POINT), volume)]


def _of(shape, values, footprint):
    images = arrays(st.just(shape), values)
    return st.tuples(images, st.just(footprint))
