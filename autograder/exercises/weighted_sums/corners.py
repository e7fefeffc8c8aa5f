"""Corners of what both convolutions must do, which chance hardly reaches: one example of each.

Long thin arrays show tiles, seams and indices that are too narrow, at a cost of milliseconds; long
kernels on long arrays show kernels that are cut. Extreme integers show numbers that are taken for
others, and products that fit no integer. Kernels with the same bytes in another shape show what is
remembered by bytes.
"""

from __future__ import annotations

from itertools import permutations

import numpy as np
from hypothesis import strategies as st

from autograder.authoring.strategies import DIGITS, QUARTERS, TRUTH_VALUES, arrays

# Sides of images and kernels along the axes, the longest that the exercises state first; the others
# are what a failure on these is made simpler by. The large squares have seams in two directions.
# The small ones have a square kernel, which shows if it is turned. Each product of all sides is
# small, for nested loops.
LONG_SIDES = {
    2: [
        ((1024, 2), (3, 1)),
        ((130, 5), (3, 1)),
        ((260, 1), (3, 1)),
        ((66, 2), (69, 1)),
        ((66, 66), (3, 1)),
        ((12, 12), (3, 3)),
    ],
    3: [
        ((64, 2, 2), (3, 1, 1)),
        ((40, 3, 1), (3, 1, 1)),
        ((40, 1, 1), (65, 1, 1)),
        ((1, 36, 36), (1, 3, 1)),
        ((6, 6, 6), (3, 3, 3)),
    ],
}
INTEGERS = (np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32)
LARGEST_LONG = 2**40
DTYPES = ("f8", "i8", "u1", "f4", "i2", "u2", "i4", "u4", "i1", "?")
# Sums of products of these fit every signed dtype.
SIGNS = np.array([0, 1, -1], np.int8)


def corners(image, kernel, ndim):
    """Return strategies for images and kernels, by these two names.

    Parameters
    ----------
    image, kernel : str
        What the arguments are called that are drawn.
    ndim : int
        How many axes they have.
    """
    pairs = [*_long_and_thin(ndim), *_extreme_integers(ndim), *_scales(ndim), *_alike(ndim)]
    pairs += _constant(ndim)
    return [{image: images, kernel: kernels} for images, kernels in pairs]


def _long_and_thin(ndim):
    """Yield long arrays, once along each axis, with kernels in which every pixel counts."""
    for shape, sides in LONG_SIDES[ndim]:
        turned = set(zip(permutations(shape), permutations(sides), strict=True))
        for image, kernel in sorted({each[0]: each for each in sorted(turned)}.values()):
            yield _of(image, DIGITS), _of(kernel, DIGITS[1:])
    if ndim == 2:  # more weights than a byte counts, along one axis: that takes loops their time
        yield _of((132, 1), DIGITS), _of((259, 1), DIGITS[1:])
    # The kernel reaches beyond the image on all sides.
    yield _of((5, 4, 2)[:ndim], DIGITS), _of((13, 11, 5)[:ndim], DIGITS)


def _extreme_integers(ndim):
    """Yield images and kernels whose numbers are the least and the largest of an integer dtype."""
    for dtype in INTEGERS:
        ends = np.iinfo(dtype)
        values = np.array([0, 1, ends.min, ends.max], dtype)
        yield _image(ndim, values), _kernel(ndim)
        yield _image(ndim, values[1:]), _kernel(ndim, values[1:])
    long = np.array([0, 1, LARGEST_LONG, -LARGEST_LONG])
    yield _image(ndim, long), _kernel(ndim)
    yield _image(ndim), _kernel(ndim, long)
    yield _image(ndim, long), _kernel(ndim, long)
    yield _image(ndim, TRUTH_VALUES), _kernel(ndim, TRUTH_VALUES[1:])
    signed = _kernel(ndim, np.array([0, 1, -128, 127], np.int8))
    yield _image(ndim), signed
    yield _image(ndim, np.array([0, 1, 255], np.uint8)), signed


def _scales(ndim):
    """Yield images and kernels of tiny and of huge numbers, and of what float16 does not hold."""
    single = np.array([1 / 3, -1 / 7, 2049.5], np.float32)
    yield _image(ndim, single), _kernel(ndim)
    yield _image(ndim), _kernel(ndim, single)
    yield _image(ndim, single), _kernel(ndim, single)
    for scale in (1e-20, 1e20):
        yield _image(ndim, QUARTERS * scale), _kernel(ndim)
        yield _image(ndim), _kernel(ndim, QUARTERS * scale)


def _alike(ndim):
    """Yield kernels of the same numbers in other shapes, and two singular ones, one no product."""
    for shape in sorted(set(permutations((3, 1, 1)[:ndim]))):
        yield _image(ndim), st.just(np.array([1.0, 2.0, 4.0]).reshape(shape))
    crosses = np.stack([np.maximum(np.eye(3), np.fliplr(np.eye(3)))] * 3)
    sobel = np.stack([np.outer([1.0, 2, 1], [-1, 0, 1])] * 3)
    for kernel in (crosses, sobel):
        yield _image(ndim), st.just(kernel if ndim == 3 else kernel[0])


def _constant(ndim):
    """Yield an image of zeros, one of ones, and a kernel of zeros."""
    zeros, ones = np.zeros(1), np.ones(1)
    yield _image(ndim, zeros), _kernel(ndim)
    yield _image(ndim, ones), _kernel(ndim)
    yield _image(ndim), _kernel(ndim, zeros)


def _image(ndim, values=DIGITS):
    return _of((3, 4, 2)[:ndim], values)


def _kernel(ndim, values=DIGITS):
    return _of((3,) * ndim, values)


def _of(shape, values):
    return arrays(st.just(shape), values)


def each_in_every_dtype(image, kernel):
    """Yield both arrays with one of them in a real dtype, and the other of floats, for each."""
    yield from ((image.astype(dtype), kernel.astype(float)) for dtype in DTYPES)
    yield from ((image.astype(float), kernel.astype(dtype)) for dtype in DTYPES[1:])
