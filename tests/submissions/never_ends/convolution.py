import numpy as np


def convolve2d(image, kernel):
    result = np.zeros(image.shape)
    i = 0
    while i < image.shape[0]:
        result[i] = np.sum(kernel)
    return result
