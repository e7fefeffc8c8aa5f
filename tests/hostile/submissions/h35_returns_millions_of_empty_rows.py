"""Returns an array without a pixel, of millions of rows."""

import numpy as np


def convolve2d(image, kernel):
    return np.zeros((2**26, 0))
