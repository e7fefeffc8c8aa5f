"""One weight at a time: shift the whole image, multiply and add."""

import numpy as np


def convolve2d(image, kernel):
    """Accumulate shifted images."""
    rows, columns = image.shape
    padded = np.pad(image, ((kernel.shape[0] // 2,) * 2, (kernel.shape[1] // 2,) * 2))
    total = np.zeros(image.shape, dtype=np.float32)
    for (u, v), weight in np.ndenumerate(kernel):
        total += float(weight) * padded[u : u + rows, v : v + columns].astype(np.float32)
    return total
