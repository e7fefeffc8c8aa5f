"""No padding: at the border, window and kernel are both cut to what lies inside."""

import numpy as np


def convolve2d(image, kernel):
    """Multiply what overlaps."""
    image, kernel = image * 1.0, kernel * 1.0
    (M, N), (J, K) = image.shape, kernel.shape
    result = np.empty((M, N))
    for i, j in np.ndindex(M, N):
        top, left = i - J // 2, j - K // 2
        window = image[max(top, 0) : top + J, max(left, 0) : left + K]
        weights = kernel[max(-top, 0) :, max(-left, 0) :][: window.shape[0], : window.shape[1]]
        result[i, j] = np.vdot(window, weights)
    return result
