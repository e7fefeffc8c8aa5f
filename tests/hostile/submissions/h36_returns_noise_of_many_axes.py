"""Returns an array of many axes whose numbers have hundreds of digits."""

import numpy as np


def convolve2d(image, kernel):
    return np.random.default_rng(0).normal(size=(4, 4, 4, 2, 2, 2, 2)) * 1e300
