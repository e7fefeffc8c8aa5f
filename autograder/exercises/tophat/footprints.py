"""Hypothesis strategies for morphology: footprints, and grey images to probe with them.

Usage: ``@given(image=images(), footprint=footprints())``.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import strategies as st
from skimage.morphology import ball

from autograder.authoring.strata import in_turn, one_in_turn
from autograder.authoring.strategies import (
    BYTES,
    QUARTERS,
    SHORTS,
    WHOLE_NUMBERS,
    arrays,
    images,
    odd_shapes,
)

BRIGHT = np.arange(1, 10.0)
# What is left after an erosion is seldom 0 everywhere.
MOSTLY_BRIGHT = np.array([0, *range(1, 10), *range(1, 10), *range(1, 10)], float)
SHORT_BRIGHT = MOSTLY_BRIGHT.astype(np.int16)
# Far outside 0...1 and 0...255, and some none of float32: 1e10 + 1 is a thousand off there.
SMALL_AND_LARGE = (1e10 + 1, -1e10 - 1, 1e-7, 1e30)
FAR_APART = np.array([0, 1, 2, 3, -1, -2, 0.5, -0.25, 256, 1000, -300, *SMALL_AND_LARGE])
# All above what bytes hold; all below 0.
FAR_ABOVE = FAR_APART[FAR_APART > 255]
FAR_BELOW = FAR_APART[FAR_APART < 0]
# Each kind of these in turn: all of them, what float16 has not, and what looks like nothing.
FAR_FROM_BYTES = (FAR_APART, np.array([256, 1000, -300, 70_000.5]), np.array([1, 2, -3]) * 1e-7)
# Every difference of two of these fits the dtype, so a top-hat never needs a wider one. The
# largest are whole numbers that float32 has not.
SMALL_SIGNED = np.array([*range(64), *range(-1, -64, -1)], np.int8)
LARGE_SIGNED = np.array([0, 1, 2, 3, -1, -2, 300, 70_000, -70_000, 16_777_217], np.int32)
LONG_SIGNED = np.array([0, 1, -2, 300, -70_000, 2**40 + 1, 2**40, 3 - 2**40, -(2**40)], np.int64)
# What neither float16 nor a few decimals hold.
SINGLE = np.array([0, 1, -2, 1 / 3, 2 / 3, -1 / 7, 3 / 7, 2049.5, 70_000.5, 1e-7], np.float32)
GREYS = (
    WHOLE_NUMBERS,
    SINGLE,
    FAR_APART,
    BYTES,
    SMALL_SIGNED,
    SHORTS,
    LARGE_SIGNED,
    LONG_SIGNED,
)

# A footprint is a mask (bool), or what skimage's own footprints are (bytes), or a list typed in.
FOOTPRINT_DTYPES = (np.uint8, bool, int)
SQUARE = np.ones((3, 3), np.uint8)
COLUMN = np.ones((3, 1, 1), np.uint8)
BALL = ball(1, np.uint8)


def integer_images():
    """Images of integers, every other one of bytes: there a difference wraps soonest."""
    signed = [table for table in GREYS if table.dtype.kind == "i"]
    tables = [table for pair in zip([BYTES] * len(signed), signed, strict=True) for table in pair]
    return images(values=in_turn(tables), smallest=2)


def pairs_of_images():
    """Two images of the same shape, the first nowhere brighter than the second."""
    of_two = st.tuples(st.just(2), st.integers(3, 6), st.integers(3, 6))
    return arrays(of_two, WHOLE_NUMBERS).map(lambda pair: np.sort(pair, axis=0))


def small_cubes():
    """Volumes of 3 x 3 x 3 voxels, none of them 0: what a wrong step leaves out or adds shows."""
    return arrays(st.just((3, 3, 3)), BRIGHT.astype(np.float32))


def footprints(shapes=None):
    """Footprints with odd sides, symmetric about each axis: often rectangles, often with holes.

    Their sides are 1, 3 and 5 unless `shapes`, a strategy, draws others.

    On this domain erosion followed by dilation is an opening, whoever writes it and in every
    version of scikit-image. Measured with 0.24 and 0.26, 400 random images of each kind, with the
    border mirrored:

    - odd sides, symmetric about each axis: always idempotent, always equal to skimage's opening;
    - symmetric under half a turn only (a diagonal): 45 openings are not idempotent;
    - not symmetric: 201 are not, and 93 even where the dilation turns the footprint round;
    - even sides: 330 are not, and 350 differ from skimage's, which pads the footprint first.

    Holes, also in the middle, tell borders apart. Without any, a border that is left out or
    repeated gives what a mirrored one gives: the window holds the pixels that this brings in.
    """
    shapes = odd_shapes() if shapes is None else shapes
    quarters = shapes.map(lambda shape: tuple(side // 2 + 1 for side in shape))
    # A row of ones makes a full footprint; of zeros and ones, mostly one with holes.
    tables = [np.array(row, dtype) for row in ([1, 0], [1]) for dtype in FOOTPRINT_DTYPES]
    return arrays(quarters, in_turn(tables)).map(mirrored)


def holed_squares():
    """Squares of 3 by 3 with holes round the 1 in the middle: there are seven."""
    quarters = [(1, *rest) for rest in product((0, 1), repeat=3) if not all(rest)]
    return in_turn([mirrored(np.reshape(q, (2, 2)).astype(np.uint8)) for q in quarters])


def holed_lines():
    """Rows and columns of five with holes that reach past the border.

    On images of at least four pixels a side, each wrong border shows on most of them.
    """
    halves = [(0, 0, 1), (1, 0, 1), (0, 1, 0)]
    rows = [mirrored(np.array([half], np.uint8)) for half in halves]
    return in_turn(rows + [row.T for row in rows])


def scenes():
    """An image with a footprint of as many axes: of any dtype in two and three axes, or fractions.

    Fractions have half of all scenes for themselves: whoever rounds does well on all others.
    """
    quarters = images(values=QUARTERS.astype(np.float32), smallest=3, largest=5)
    fractions = st.tuples(quarters, footprints(st.just((3, 3))))
    return one_in_turn(_flat_scenes(), fractions, _deep_scenes(), fractions)


def typed_scenes():
    """An image with a footprint of as many axes, of every dtype in two and in three axes."""
    return one_in_turn(_flat_scenes(), _deep_scenes())


def _flat_scenes():
    return st.tuples(images(values=in_turn(GREYS)), footprints())


def _deep_scenes():
    return st.tuples(images(3, in_turn(GREYS), largest=4), footprints(odd_shapes(ndim=3)))


def small_scenes():
    """A small image with a smaller footprint, in two axes or in three; each dtype once in eight."""
    flat = images(2, in_turn((WHOLE_NUMBERS, LARGE_SIGNED, BYTES, LONG_SIGNED)), 4, 5)
    deep = images(3, in_turn((SHORTS, SINGLE, SMALL_SIGNED)), 2, 3)
    return one_in_turn(
        st.tuples(flat, footprints(in_turn([(3, 3), (3, 5)]))),
        st.tuples(deep, footprints(st.just((3, 3, 3)))),
    )


def full_footprints(*shapes):
    """Footprints that are 1 everywhere, of one of these shapes."""
    return in_turn(shapes).map(lambda shape: np.ones(shape, np.uint8))


def mirrored(quarter):
    """Return the footprint whose quarter (an eighth, in 3-D) is this one, the middle first.

    Sides become odd, a side of n giving 2 n - 1. A footprint needs a 1, so a quarter without any
    counts as full.
    """
    distances = [np.abs(np.arange(1 - side, side)) for side in quarter.shape]
    return (quarter if quarter.any() else np.ones_like(quarter))[np.ix_(*distances)]


def framed(image, footprint):
    """Return the image in a frame of zeros so wide that no step feels what lies beyond the border.

    A check on framed images finds mistakes in the middle only: whoever treats the border otherwise
    loses no points there. The footprint should have a 1 in the middle, or the second step may look
    past the frame's own zeros.
    """
    frame = [side - 1 for side in footprint.shape]  # `numpy.pad` takes ten times as long
    whole = np.zeros([n + 2 * f for n, f in zip(image.shape, frame, strict=True)], image.dtype)
    whole[tuple(slice(f, f + n) for n, f in zip(image.shape, frame, strict=True))] = image
    return whole
