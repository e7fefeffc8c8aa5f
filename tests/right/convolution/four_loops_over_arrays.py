"""Four loops that read one number of a NumPy array at a time: the slowest way there is."""

import numpy as np


def convolve2d(image, kernel):
    """Add up pixel by pixel, weight by weight."""
    J, K = kernel.shape
    M, N = image.shape
    padded = np.zeros((M + 2 * (J // 2), N + 2 * (K // 2)))
    padded[J // 2 : J // 2 + M, K // 2 : K // 2 + N] = image
    result = np.zeros((M, N))
    for i in range(M):
        for j in range(N):
            for u in range(J):
                for v in range(K):
                    result[i, j] += padded[i + u, j + v] * kernel[u, v]
    return result
