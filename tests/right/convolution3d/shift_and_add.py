"""One weight at a time: shift the whole volume, multiply and add, in float32."""

import numpy as np


def convolve3d(volume, kernel):
    """Accumulate shifted volumes."""
    planes, rows, columns = volume.shape
    padded = np.pad(np.asarray(volume, np.float32), [(side // 2,) * 2 for side in kernel.shape])
    total = np.zeros(volume.shape, np.float32)
    for (t, u, v), weight in np.ndenumerate(kernel.astype(np.float32)):
        total += weight * padded[t : t + planes, u : u + rows, v : v + columns]
    return total
