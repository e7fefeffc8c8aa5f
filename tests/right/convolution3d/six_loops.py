"""Six loops that read one number of a NumPy array at a time: the slowest way there is."""

import numpy as np


def convolve3d(volume, kernel):
    """Add up voxel by voxel, weight by weight."""
    planes, rows, columns = volume.shape
    behind, up, left = (side // 2 for side in kernel.shape)
    result = np.zeros(volume.shape)
    for p in range(planes):
        for i in range(rows):
            for j in range(columns):
                total = 0.0
                for t in range(kernel.shape[0]):
                    for u in range(kernel.shape[1]):
                        for v in range(kernel.shape[2]):
                            z, y, x = p + t - behind, i + u - up, j + v - left
                            if 0 <= z < planes and 0 <= y < rows and 0 <= x < columns:
                                total += float(kernel[t, u, v]) * float(volume[z, y, x])
                result[p, i, j] = total
    return result
