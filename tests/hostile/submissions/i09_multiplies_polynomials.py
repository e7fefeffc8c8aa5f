"""Multiplies polynomials, which is a convolution."""

import numpy as np


def found(values, weights):
    ways = (
        lambda: np.polymul(values, weights[::-1]),
        lambda: np.polynomial.polynomial.polymul(values, weights[::-1]),
        lambda: (np.poly1d(values) * np.poly1d(weights[::-1])).c,
        lambda: (np.polynomial.Polynomial(values) * np.polynomial.Polynomial(weights[::-1])).coef,
        lambda: np.polynomial.chebyshev._zseries_mul(values, weights[::-1]),
        lambda: np.ma.convolve(values, weights[::-1], propagate_mask=False).data,
        lambda: np.ma.correlate(values, weights).data,
    )
    for way in ways:
        try:
            product = np.asarray(way())
            full = np.zeros(len(values) + len(weights) - 1)
            full[len(full) - len(product) :] = product
            return full[len(weights) - 1 : len(values)]
        except Exception:
            continue
    raise LookupError


def convolve2d(image, kernel):
    image, kernel = image.astype(float), kernel.astype(float)
    rows, columns = kernel.shape
    wide = np.pad(image, [(rows // 2, rows // 2), (columns // 2, columns // 2)])
    return np.array(
        [
            sum(found(wide[i + k], kernel[k])[: image.shape[1]] for k in range(rows))
            for i in range(image.shape[0])
        ]
    )

