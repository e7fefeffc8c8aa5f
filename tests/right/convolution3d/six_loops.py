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


def convolve_axis_by_axis(volume, weights):
    half = len(weights) // 2
    result = volume.astype(float)
    for axis in range(3):
        before = result
        result = np.zeros(volume.shape)
        for place in np.ndindex(*volume.shape):
            for k in range(len(weights)):
                at = place[axis] + k - half
                if 0 <= at < volume.shape[axis]:
                    result[place] += weights[k] * before[place[:axis] + (at,) + place[axis + 1 :]]
    return result
