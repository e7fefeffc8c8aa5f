"""One weight at a time: shift the whole volume, multiply and add, in float32."""

import numpy as np


def convolve3d(volume, kernel):
    """Accumulate shifted volumes."""
    planes, rows, columns = volume.shape
    padded = np.pad(np.asarray(volume, np.float32), [(side // 2,) * 2 for side in kernel.shape])
    total = np.zeros(volume.shape, np.float32)
    for (t, u, v), weight in np.ndenumerate(kernel.astype(np.float32)):
        total += weight * padded[t : t + planes, u : u + rows, v : v + columns]
    return total


def convolve_axis_by_axis(volume, weights):
    """Accumulate shifted volumes, axis by axis, the last axis first."""
    half, result = len(weights) // 2, np.asarray(volume, np.float32)
    for axis in (2, 1, 0):
        moved = np.moveaxis(result, axis, 0)
        padded = np.pad(moved, [(half, half), (0, 0), (0, 0)])
        shifted = (np.float32(w) * padded[k : k + len(moved)] for k, w in enumerate(weights))
        result = np.moveaxis(sum(shifted), 0, axis)
    return result
