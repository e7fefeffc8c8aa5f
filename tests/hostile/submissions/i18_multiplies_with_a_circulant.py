"""Uses what SciPy's linear algebra does by Fourier transforms inside."""

import numpy as np
from scipy import linalg


def convolve2d(image, kernel):
    image, kernel = image.astype(float), kernel.astype(float)
    wide = np.pad(image, [(k // 2, k // 2) for k in kernel.shape])
    first = np.zeros(wide.shape)
    first[: kernel.shape[0], : kernel.shape[1]] = kernel[::-1, ::-1]
    inverse = linalg.solve_circulant(first.ravel(), np.eye(first.size)[0])
    full = linalg.solve_circulant(inverse, wide.ravel()).reshape(wide.shape)
    r, c = kernel.shape[0] - 1, kernel.shape[1] - 1
    return full[r:, c:][: image.shape[0], : image.shape[1]]
