"""Two-dimensional convolutions, one for each plane of the kernel, added where they belong."""

import numpy as np


def convolve2d(image, kernel):
    """Filter one plane."""
    padded = np.pad(image, [(side // 2, side // 2) for side in kernel.shape])
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return (windows * kernel).sum(axis=(-2, -1))


def convolve3d(volume, kernel):
    """Add what each plane of the volume gives to each plane of the result."""
    planes, middle = len(volume), len(kernel) // 2
    result = np.zeros(volume.shape)
    for p in range(planes):
        for t in range(len(kernel)):
            source = p + t - middle
            if 0 <= source < planes:
                result[p] += convolve2d(volume[source].astype(float), kernel[t].astype(float))
    return result
