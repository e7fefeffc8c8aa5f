import numpy as np


def convolve2d(image, kernel):
    rows, columns = kernel.shape
    result = np.zeros(image.shape)
    for i in range(rows // 2, image.shape[0] - rows // 2):
        for j in range(columns // 2, image.shape[1] - columns // 2):
            top, left = i - rows // 2, j - columns // 2
            window = image[top : top + rows, left : left + columns].astype(float)
            result[i, j] = np.sum(window * kernel)
    return result
