"""as_strided, with the strides of the padded image itself."""

import numpy as np


def convolve2d(image, kernel):
    """Look at the padded image through four axes."""
    up, left = (side // 2 for side in kernel.shape)
    padded = np.pad(image, ((up, up), (left, left))).astype(float)
    windows = np.lib.stride_tricks.as_strided(
        padded,
        shape=image.shape + kernel.shape,
        strides=padded.strides * 2,
        writeable=False,
    )
    return (windows * kernel).sum(axis=(2, 3))
