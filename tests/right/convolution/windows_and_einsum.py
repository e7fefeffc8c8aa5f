"""All windows at once, summed by einsum."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve2d(image, kernel):
    """Sum over the last two of four axes."""
    image, kernel = image.astype(np.float64), kernel.astype(np.float64)
    padded = np.pad(image, [(side // 2, side // 2) for side in kernel.shape])
    return np.einsum("ijuv,uv->ij", sliding_window_view(padded, kernel.shape), kernel)
