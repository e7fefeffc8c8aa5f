"""np.vectorize over the indices of the result, with a dictionary of the pixels inside."""

import numpy as np


def convolve2d(image, kernel):
    """Look pixels up; what is not there is 0."""
    pixels = {index: float(value) for index, value in np.ndenumerate(image)}
    weights = {index: float(value) for index, value in np.ndenumerate(kernel) if value}
    up, left = kernel.shape[0] // 2, kernel.shape[1] // 2

    def weighted_sum(i, j):
        return sum(w * pixels.get((i + u - up, j + v - left), 0) for (u, v), w in weights.items())

    return np.vectorize(weighted_sum, otypes=[float])(*np.indices(image.shape))
