"""The chapter's loop over the padded image."""

import numpy as np


def convolve2d(image, kernel):
    """Filter as the chapter does."""
    J, K = kernel.shape
    padded = np.pad(np.array(image, dtype=float), ((J // 2, J // 2), (K // 2, K // 2)))
    result = np.zeros(image.shape)
    for ii in range(result.shape[0]):
        for jj in range(result.shape[1]):
            neighborhood = padded[ii : ii + J, jj : jj + K]
            weighted_neighborhood = neighborhood * kernel
            result[ii, jj] = np.sum(weighted_neighborhood)
    return result
