"""The chapter's loop with a third index."""

import numpy as np


def convolve3d(volume, kernel):
    """Filter as the chapter does, plane after plane."""
    I, J, K = kernel.shape  # noqa: E741 - the names of the assignment
    padded = np.pad(volume.astype(float), ((I // 2, I // 2), (J // 2, J // 2), (K // 2, K // 2)))
    result = np.zeros(volume.shape)
    for pp in range(result.shape[0]):
        for ii in range(result.shape[1]):
            for jj in range(result.shape[2]):
                neighborhood = padded[pp : pp + I, ii : ii + J, jj : jj + K]
                result[pp, ii, jj] = np.sum(neighborhood * kernel)
    return result


def convolve_axis_by_axis(volume, weights):
    """Filter along planes, then along rows, then along columns."""
    n = len(weights)
    first = convolve3d(volume, weights.reshape((n, 1, 1)))
    second = convolve3d(first, weights.reshape((1, n, 1)))
    return convolve3d(second, weights.reshape((1, 1, n)))
