"""Hypothesis strategies for images and kernels: small and whole-numbered.

Values are whole numbers held as floats, so that sums are exact and a counterexample can be checked
by hand. All pixels of an image come from one number that is drawn, spread out by a hash: that takes
a tenth of the time of a draw per pixel, and images of zeros, which Hypothesis likes, are as rare as
chance makes them. Shapes and dtypes go round, so that every seed tries all of them.
"""

from __future__ import annotations

import hashlib
import math

import numpy as np
from hypothesis import strategies as st

from autograder.authoring.strata import in_turn, own_seeds

# A byte chooses a value from a table; 0 and 1 stand first, for what is simplified becomes these.
WHOLE_NUMBERS = np.array([0, *range(1, 10), *range(-1, -10, -1)], float)
INTEGERS = WHOLE_NUMBERS.astype(np.int64)  # as in np.array([[1, 2], [3, 4]])
DIGITS = np.arange(10.0)
QUARTERS = np.array([0, *range(1, 10), *range(-1, -10, -1)], float) / 4
BYTES = np.arange(256, dtype=np.uint8)
# Products of two of these fit neither int16 nor, summed, the 11 bits of float16.
SHORTS = np.array([0, 1, 2, 3, -1, -2, 100, 1001, -999, 3003], np.int16)
# Products of two of these do not fit int32.
LONGS = np.array([0, 1, 2, 3, -1, -2, 70_000, -50_001], np.int32)
SIGNED_BYTES = np.array([*range(128), *range(-1, -129, -1)], np.int8)
# Too large for int16, and not to be taken for negative numbers.
UNSIGNED = np.array([0, 1, 2, 3, 40_000, 65_535, 1001], np.uint16)
UNSIGNED_LONGS = np.array([0, 1, 2, 3, 70_000, 4_000_000_000], np.uint32)
# By what bytes can be multiplied in larger integers, whose products then do not fit.
LARGEST_FACTORS = {np.uint8: 1, np.int16: 100, np.int32: 1_000_000}
TRUTH_VALUES = np.array([False, True])

ODD_SIDES = (1, 3, 5)
SEEDS = own_seeds()


def arrays(shapes, values=WHOLE_NUMBERS):
    """Arrays whose elements come from a table, in no order.

    Parameters
    ----------
    shapes : strategy of tuple of int
        The shapes.
    values : ndarray of shape (N,), or a strategy for such
        The values to choose from, simplest first; the arrays have its dtype.
    """
    tables = values if isinstance(values, st.SearchStrategy) else st.just(values)
    return st.tuples(shapes, tables, SEEDS).map(lambda drawn: _array(*drawn))


def _array(shape, values, seed):
    """Return an array of a seed's own values."""
    choices = hashlib.shake_128(seed.to_bytes(4, "big")).digest(math.prod(shape))
    return values[np.frombuffer(choices, np.uint8).astype(int) % len(values)].reshape(shape)


def _formed(form, sides, options):
    """Return sides that make a shape of some form: "point", "equal", "thin" or "long".

    Parameters
    ----------
    form : tuple of str and int
        The form, and which axis is thin or long.
    sides : tuple of int
        The sides as chance drew them.
    options : list of int
        The sides that there may be, in order.
    """
    word, axis = form
    if word == "point":
        return (1,) * len(sides)
    wide = [each for each in options if each > 1] or options
    sides = [max(each, wide[0]) for each in sides]
    if word == "equal":
        return (sides[axis],) * len(sides)
    if word == "thin":
        sides[axis] = 1
    if word == "long":
        longest = max(*sides, wide[1])
        shorter = wide[wide.index(longest) - 1]
        sides = [min(each, shorter) for each in sides]
        sides[axis] = longest
    return tuple(sides)


def _forms(options, ndim):
    """Return the forms that shapes may have, in the order in which they go round.

    In two axes there are few, and those that tell most come twice.
    """
    axes, wide = range(ndim), [each for each in options if each > 1]
    equal = [("equal", 0)] if wide else []
    long = [("long", axis) for axis in axes] if len(wide) > 1 else []
    thin = [("thin", axis) for axis in axes] if wide and 1 in options else []
    point = [("point", 0)] if 1 in options else []
    once = [*long, *equal, *thin, *point]
    return [*once, *long, *equal] if ndim == 2 else once


def _shapes(sides, options, ndim):
    """Shapes of every form that such sides can have, one after another."""
    options = sorted(set(options))
    drawn = st.tuples(in_turn(_forms(options, ndim)), st.tuples(*[sides] * ndim))
    return drawn.map(lambda each: _formed(*each, options))


def _sides_of_images(smallest, largest):
    """Sides from `smallest` to `largest`, more than half of them at most two above the smallest.

    Small images are soon filtered, also by nested loops, and soon worked out by hand.
    """
    small = range(smallest, min(smallest + 2, largest) + 1)
    return st.sampled_from((*small, *range(smallest, largest + 1)))


def shapes(smallest=1, largest=7, ndim=2):
    """Shapes of small images, sides from `smallest` to `largest`: rectangles mostly."""
    options = range(smallest, largest + 1)
    return _shapes(_sides_of_images(smallest, largest), options, ndim)


def odd_shapes(sides=ODD_SIDES, ndim=2):
    """Shapes of kernels and footprints: every side odd, and not all alike."""
    return _shapes(st.sampled_from(sides), sides, ndim)


def images(ndim=2, values=WHOLE_NUMBERS, smallest=1, largest=7):
    """Images, or volumes if `ndim` is 3: of shape (1, 1) to (7, 7), rectangles mostly."""
    return arrays(shapes(smallest, largest, ndim), values)


def square_images(ndim=2, values=WHOLE_NUMBERS, smallest=1, largest=4):
    """Square images, or cubes if `ndim` is 3: for claims that have nothing to do with shape."""
    sides = in_turn(range(largest, smallest - 1, -1))
    return arrays(sides.map(lambda side: (side,) * ndim), values)


def kernels(ndim=2, values=WHOLE_NUMBERS, sides=ODD_SIDES):
    """Kernels with odd sides from 1 to 5, so often not square, and often larger than an image."""
    return arrays(odd_shapes(sides, ndim), values)


def kernels_of(*shapes, values=WHOLE_NUMBERS):
    """Kernels of one of these shapes after another."""
    return arrays(in_turn(shapes), values)


def of_any_dtype(arrays_of, **domain):
    """Images or kernels (`arrays_of`) of each real dtype that arrays usually have, in turn."""
    # No float16: whoever leaves floats as they are is right, but not with these.
    floats = (WHOLE_NUMBERS, QUARTERS.astype(np.float32))
    longs = (LONGS, LONGS.astype(np.int64), UNSIGNED_LONGS)
    integers = (BYTES, UNSIGNED, SIGNED_BYTES, SHORTS, *longs)
    tables = (*floats, *integers, *[INTEGERS] * 3, TRUTH_VALUES)
    return arrays_of(values=in_turn(tables), **domain)


def impulse(shape):
    """Return an image of this shape, 0 everywhere but 1 in the middle."""
    image = np.zeros(shape)
    image[tuple(side // 2 for side in shape)] = 1
    return image


def near(values):
    """Positive numbers, or tuples of them, at most 0.1 above each of some values in turn.

    They are for what is tried on real pictures, which everybody has: a table of right answers does
    not hold those for numbers that the seed chooses.

    Parameters
    ----------
    values : iterable of float or tuple of float
        The values, each with at most four decimals.
    """
    return st.tuples(in_turn(values), st.integers(0, 1000)).map(lambda drawn: _above(*drawn))


def _above(value, steps):
    """Return a number, or each of a tuple, some ten-thousandths higher."""
    if isinstance(value, tuple):
        return tuple(_above(each, steps) for each in value)
    return round(value + steps / 10_000, 4)
