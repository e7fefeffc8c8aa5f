import numpy as np


def convolve3d(volume, kernel):
    kernel = kernel[::-1, ::-1, ::-1]
    planes, rows, columns = kernel.shape
    margins = [(side // 2, side // 2) for side in kernel.shape]
    padded = np.pad(volume.astype(float), margins)
    result = np.zeros(volume.shape)
    for p, i, j in np.ndindex(*volume.shape):
        window = padded[p : p + planes, i : i + rows, j : j + columns]
        result[p, i, j] = np.sum(window * kernel)
    return result
