"""Images and kernels on which a weighted sum is looked at, and ways to turn and compare them."""

from __future__ import annotations

from itertools import permutations, product

import numpy as np

# In 3-D students' loops take long; five more than the kernel's three is what weights need.
SIDES = {2: 9, 3: 7}
MARGIN = 2
CLOSE = 1e-6


def digits(shape, highest, seed):
    """Return an image of whole numbers from 1 to `highest`, held as floats, in no order."""
    return np.random.default_rng(seed).integers(1, highest + 1, shape).astype(float)


def weights(ndim):
    """Return a kernel with sides of 3 that no turn and no flip leaves as it is; sums stay small."""
    if ndim == 2:
        return np.array([[3, 1, 7], [10, 5, 2], [4, 8, 6]], float)
    return np.random.default_rng(5).permutation(np.arange(27.0) // 4).reshape(3, 3, 3)


def turns(ndim):
    """Yield the ways to turn and flip an array: the order of its axes, and which are reversed."""
    for axes in permutations(range(ndim)):
        for flips in product((1, -1), repeat=ndim):
            yield axes, flips


def turned(array, axes, flips):
    """Return an array with its axes in another order, and some of them reversed."""
    return array.transpose(axes)[tuple(slice(None, None, step) for step in flips)]


def same(one, other):
    """Return whether two arrays have one shape and, up to rounding, the same values."""
    if one is None or other is None or one.shape != other.shape:
        return False
    scale = max(1.0, np.abs(other[np.isfinite(other)]).max(initial=0))
    return bool(np.allclose(one, other, rtol=0, atol=CLOSE * scale, equal_nan=True))


def growth(shape, wanted):
    """Return for each axis by how much it is longer at both ends, and its length; or None."""
    if len(shape) != len(wanted) or any((a - b) % 2 for a, b in zip(shape, wanted, strict=True)):
        return None
    return [((a - b) // 2, a) for a, b in zip(shape, wanted, strict=True)]
