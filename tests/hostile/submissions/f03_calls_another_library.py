"""Leaves the work to Fourier transforms."""

import numpy as np


def convolve2d(image, kernel):
    shape = [a + b - 1 for a, b in zip(image.shape, kernel.shape)]
    product = np.fft.rfft2(image, shape) * np.fft.rfft2(kernel[::-1, ::-1], shape)
    full = np.fft.irfft2(product, shape)
    rows, columns = kernel.shape[0] // 2, kernel.shape[1] // 2
    return full[rows : rows + image.shape[0], columns : columns + image.shape[1]]
