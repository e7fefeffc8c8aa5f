"""No padding: at the border, block and kernel are both cut to what lies inside."""

import numpy as np


def overlap(position, side, length):
    """Return the slices of the volume and of the kernel that lie over each other."""
    start = position - side // 2
    inside = slice(max(start, 0), min(start + side, length))
    return inside, slice(inside.start - start, inside.stop - start)


def convolve3d(volume, kernel):
    """Multiply what overlaps."""
    volume, kernel = np.asarray(volume, dtype=float), np.asarray(kernel, dtype=float)
    result = np.empty(volume.shape)
    for index in np.ndindex(volume.shape):
        pairs = [overlap(*each) for each in zip(index, kernel.shape, volume.shape, strict=True)]
        block, weights = volume[tuple(a for a, _ in pairs)], kernel[tuple(b for _, b in pairs)]
        result[index] = (block * weights).sum()
    return result
