"""A function for any number of axes: the sum over the first axis of what the others give."""

import numpy as np


def convolve(image, kernel):
    """Recurse until a single number is left of each."""
    if kernel.ndim == 0:
        return image * kernel
    middle = len(kernel) // 2
    result = np.zeros(image.shape)
    for t, weights in enumerate(kernel):
        for p in range(max(middle - t, 0), min(len(image) + middle - t, len(image))):
            result[p] += convolve(image[p + t - middle], weights)
    return result


def convolve3d(volume, kernel):
    """Convert, then recurse."""
    return convolve(volume.astype(float), kernel.astype(float))
