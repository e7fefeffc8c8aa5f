"""All blocks at once, summed by einsum."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve3d(volume, kernel):
    """Sum over the last three of six axes."""
    volume, kernel = volume.astype(np.float64), kernel.astype(np.float64)
    padded = np.pad(volume, [(side // 2, side // 2) for side in kernel.shape])
    return np.einsum("pijtuv,tuv->pij", sliding_window_view(padded, kernel.shape), kernel)


def convolve_axis_by_axis(volume, weights):
    """Sum over the windows along one axis after another."""
    half, result = len(weights) // 2, volume.astype(np.float64)
    for axis in range(3):
        padded = np.pad(result, [(half, half) if axis == each else (0, 0) for each in range(3)])
        windows = sliding_window_view(padded, len(weights), axis=axis)
        result = np.einsum("pijk,k->pij", windows, weights)
    return result
