"""Returns a view of one number as eight terabytes."""

import numpy as np


def convolve2d(image, kernel):
    return np.broadcast_to(np.float64(0), (10**6, 10**6))
