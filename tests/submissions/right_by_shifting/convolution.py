import numpy as np


def shifted(image, down, right):
    result = np.zeros(image.shape)
    rows, columns = image.shape
    if abs(down) < rows and abs(right) < columns:
        result[max(0, -down) : rows - max(0, down), max(0, -right) : columns - max(0, right)] = image[
            max(0, down) : rows - max(0, -down), max(0, right) : columns - max(0, -right)
        ]
    return result


def convolve2d(image, kernel):
    total = np.zeros(image.shape)
    for k, row in enumerate(kernel):
        for m, weight in enumerate(row):
            total += float(weight) * shifted(image, k - kernel.shape[0] // 2, m - kernel.shape[1] // 2)
    return total
