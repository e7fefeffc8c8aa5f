"""Corners of what the four functions must do, which chance hardly reaches: one scene of each.

Long thin images show tiles, seams and indices that are too narrow, with footprints so small that
nested loops are done soon. Extreme integers show numbers that are taken for others. A footprint
that reaches far beyond the image, with holes, shows borders that are mirrored once. Volumes of
every dtype have footprints with holes.
"""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from autograder.authoring.strategies import BYTES, DIGITS, arrays
from autograder.exercises.tophat.footprints import BALL, GREYS, SQUARE, mirrored

FLAT = ((1024, 2), (2, 1024), (130, 5), (5, 130), (260, 1), (1, 260), (66, 2), (2, 66))
DEEP = ((64, 2, 2), (2, 64, 2), (2, 2, 64))
# Longer sides than this are indices that need more than a byte.
LARGE = 255
# This one has seams in two directions; that one looks like an image in three colours.
WIDE = (34, 34)
COLOURED = (12, 2, 3)
# Of numbers whose differences fit their dtype; the last are huge and tiny floats.
EXTREMES = (
    np.array([0, 255, 1], np.uint8),
    *(np.array([0, np.iinfo(d).max, 1], d) for d in (np.int8, np.int16, np.int32)),
    *(np.array([-1, np.iinfo(d).min, -2], d) for d in (np.int8, np.int16, np.int32)),
    np.array([0, 2**40, 1 - 2**40]),
    *(scale * np.array([1, 2, -3]) for scale in (1e30, 1e-30)),
)
# The middle first. A row that is full, and rows with 1s at both ends only: what those find beyond
# the border is mirrored up to eight times, or three times in images that are three pixels wide.
FULL = mirrored(np.array([[1] * 6], np.uint8))
ENDS = [mirrored(np.array([[0] * reach + [1]], np.uint8)) for reach in (2, 5, 8)]
CROSS = mirrored(np.array([[0, 1], [1, 0]], np.uint8))
HOLED_BALLS = [
    mirrored(np.array([[[0, 1, 1], [1, 0, 0]], [[0, 0, 0], [0, 0, 1]]], dtype))
    for dtype in (bool, np.uint8, np.int64)
]
# What is nearly full is easily taken for full.
OCTAGON = mirrored(np.array([[1, 1, 1], [1, 1, 1], [1, 1, 0]], np.uint8))
POINT = np.ones((1, 1), np.uint8)
# Another footprint altogether, if its columns are read as rows.
BAR = mirrored(np.array([[1, 1, 1], [0, 0, 0]], np.uint8))


def corners():
    """Return strategies for an image with a footprint."""
    long = [_of(shape, DIGITS, _ends_along(shape), _stepped) for shape in (*FLAT, *DEEP)]
    long += [_of(WIDE, DIGITS, CROSS), _of(COLOURED, DIGITS, _ends_along((1, 1, 2)))]
    extreme = [_of((5, 4), values, SQUARE) for values in EXTREMES]
    far = [_of((4, 3), DIGITS, FULL), _of((7, 6), DIGITS, OCTAGON)]
    for ends in ENDS:
        far += [_of((4, 3), DIGITS, ends), _of((3, 4), DIGITS, ends.T)]
        far += [_of((1, 4), DIGITS, ends), _of((4, 1), DIGITS, ends.T)]
    typed = [
        _of((3, 4, 3), values, HOLED_BALLS[place % len(HOLED_BALLS)])
        for place, values in enumerate(GREYS)
    ]
    return [{"scene": scene} for scene in (*long, *extreme, *far, *typed)]


def unchanging():
    """Return strategies for scenes that no function changes, or makes black, and a volume."""
    point = _of((3, 4), DIGITS, POINT)
    volume = _of((3, 2, 2), DIGITS, POINT[None])
    constant = _of((3, 4), DIGITS[1:2], SQUARE)
    of_bytes = _of((3, 3, 3), BYTES, BALL)
    return [{"scene": scene} for scene in (point, volume, constant, of_bytes)]


def stored_otherwise():
    """Return a strategy for a scene whose footprint shows that columns are read as rows."""
    return [{"scene": _of((5, 6), DIGITS, BAR)}]


def _ends_along(shape):
    """Return a footprint of two ends along the longest axis: every seam shows.

    On the longest images they are next to the middle, for loops over the footprint take their time.
    """
    reach = 1 if max(shape) > LARGE else 2
    quarter = np.array([0] * reach + [1])
    return mirrored(quarter.reshape([reach + 1 if side == max(shape) else 1 for side in shape]))


def _stepped(image):
    """Return an image of digits with steps added that every seam changes.

    Along each axis they are 0, 20, 40, 0, 20, 40 and so on. Of two neighbouring lines that are cut
    at one place, the opening of at least one changes by a step there, and the closing of one, too:
    more than digits can make up for.
    """
    return image + 20 * (np.indices(image.shape).sum(0) % 3)


def _of(shape, values, footprint, made_of=lambda image: image):
    images = arrays(st.just(shape), values).map(made_of)
    return st.tuples(images, st.just(footprint))
