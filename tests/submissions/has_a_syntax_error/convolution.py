import numpy as np


def convolve2d(image, kernel)
    return np.zeros(image.shape)
