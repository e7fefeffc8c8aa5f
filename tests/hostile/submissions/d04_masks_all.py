"""Returns an array of which every pixel is masked."""

import numpy as np


def convolve2d(image, kernel):
    return np.ma.masked_all(image.shape)
