"""as_strided, with the strides of the padded volume itself, and a matrix product."""

import numpy as np
from numpy.lib.stride_tricks import as_strided


def convolve3d(volume, kernel):
    """Make a row of each block and multiply with the weights."""
    reach = np.array(kernel.shape) // 2
    padded = np.pad(volume, np.stack([reach, reach], axis=1)).astype(float)
    blocks = as_strided(padded, volume.shape + kernel.shape, padded.strides * 2, writeable=False)
    rows = blocks.reshape(volume.size, kernel.size)
    return (rows @ kernel.astype(float).ravel()).reshape(volume.shape)
