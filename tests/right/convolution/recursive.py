"""Divide and conquer: half of the kernel's rows, then of its columns, until one weight is left."""

import numpy as np


def shifted(image, down, right):
    """Return the image moved, with zeros where nothing comes in."""
    M, N = image.shape
    result = np.zeros((M, N))
    if abs(down) < M and abs(right) < N:
        result[max(down, 0) : M + min(down, 0), max(right, 0) : N + min(right, 0)] = image[
            max(-down, 0) : M + min(-down, 0), max(-right, 0) : N + min(-right, 0)
        ]
    return result


def filtered(image, weights, top, left):
    """Sum over these weights, the first of which is `top` and `left` of the middle."""
    J, K = weights.shape
    if J > 1:
        half = J // 2
        upper = filtered(image, weights[:half], top, left)
        return upper + filtered(image, weights[half:], top + half, left)
    if K > 1:
        half = K // 2
        before = filtered(image, weights[:, :half], top, left)
        return before + filtered(image, weights[:, half:], top, left + half)
    return float(weights[0, 0]) * shifted(image, -top, -left)


def convolve2d(image, kernel):
    """Start with the whole kernel."""
    return filtered(image, kernel, -(kernel.shape[0] // 2), -(kernel.shape[1] // 2))
