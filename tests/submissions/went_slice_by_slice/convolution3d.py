import numpy as np


def convolve2d(image, kernel):
    rows, columns = kernel.shape
    padded = np.pad(image.astype(float), ((rows // 2, rows // 2), (columns // 2, columns // 2)))
    result = np.zeros(image.shape)
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            result[i, j] = np.sum(padded[i : i + rows, j : j + columns] * kernel)
    return result


def convolve3d(volume, kernel):
    return np.stack([convolve2d(plane, kernel[kernel.shape[0] // 2]) for plane in volume])
