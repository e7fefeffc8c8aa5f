"""np.vectorize over the indices of the result."""

import numpy as np


def convolve3d(volume, kernel):
    """Cut a block out of the padded volume for each voxel."""
    volume, kernel = volume + 0.0, kernel + 0.0
    I, J, K = kernel.shape  # noqa: E741 - the names of the assignment
    padded = np.pad(volume, ((I // 2,) * 2, (J // 2,) * 2, (K // 2,) * 2), mode="constant")

    @np.vectorize
    def weighted_sum(p, i, j):
        return np.vdot(padded[p : p + I, i : i + J, j : j + K], kernel)

    return weighted_sum(*np.indices(volume.shape))


def convolve_axis_by_axis(volume, weights):
    result = volume
    for shape in ((-1, 1, 1), (1, -1, 1), (1, 1, -1)):
        result = convolve3d(result, np.reshape(weights, shape))
    return result
