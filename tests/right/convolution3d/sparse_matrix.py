"""A sparse matrix that has a row for each voxel of the result, times the volume as a vector."""

import numpy as np
from scipy.sparse import coo_array


def convolve3d(volume, kernel):
    """List all pairs of voxel and neighbour at once; keep those inside."""
    middle = np.array(kernel.shape) // 2
    voxels = np.argwhere(np.ones(volume.shape))[:, np.newaxis]
    neighbours = voxels + np.argwhere(np.ones(kernel.shape)) - middle
    inside = ((neighbours >= 0) & (neighbours < volume.shape)).all(axis=-1)
    row, weight = np.nonzero(inside)
    column = np.ravel_multi_index(tuple(neighbours[inside].T), volume.shape)
    entries = kernel.astype(float).ravel()[weight]
    matrix = coo_array((entries, (row, column)), shape=(volume.size, volume.size))
    return (matrix @ volume.astype(float).ravel()).reshape(volume.shape)


def convolve_axis_by_axis(volume, weights):
    """Multiply each axis by a matrix with the weights along its diagonals."""
    result = volume.astype(float)
    for axis, side in enumerate(volume.shape):
        offset = np.arange(side) - np.arange(side)[:, np.newaxis] + len(weights) // 2
        inside = (offset >= 0) & (offset < len(weights))
        matrix = np.where(inside, weights[offset.clip(0, len(weights) - 1)], 0)
        result = np.moveaxis(np.tensordot(matrix, result, axes=(1, axis)), 0, axis)
    return result
