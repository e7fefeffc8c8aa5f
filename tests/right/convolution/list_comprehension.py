"""A list of lists of sums, made into an array at the end."""

import numpy as np


def convolve2d(image, kernel):
    """Give a row of sums for each row of the image."""
    half = [n // 2 for n in kernel.shape]
    padded = np.pad(image.astype("d"), list(zip(half, half, strict=True)))
    return np.array(
        [
            [
                float((padded[i : i + kernel.shape[0], j : j + kernel.shape[1]] * kernel).sum())
                for j in range(image.shape[1])
            ]
            for i in range(image.shape[0])
        ]
    )
