"""Four loops over nested lists, without padding: what lies outside is skipped."""

import numpy as np


def convolve2d(image, kernel):
    """Add up, in plain Python."""
    pixels, weights = image.astype(float).tolist(), kernel.astype(float).tolist()
    rows, columns = len(pixels), len(pixels[0])
    up, left = len(weights) // 2, len(weights[0]) // 2
    result = [[0.0] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            for u, line in enumerate(weights):
                for v, weight in enumerate(line):
                    y, x = i + u - up, j + v - left
                    if 0 <= y < rows and 0 <= x < columns:
                        result[i][j] += weight * pixels[y][x]
    return np.array(result)
