"""One shifted copy of the padded image for each 1 of the footprint."""

import numpy as np


def combine(image, footprint, ufunc):
    padded = np.pad(image, [(n // 2,) * 2 for n in footprint.shape], mode="symmetric")
    result = None
    for offset in np.argwhere(footprint):
        shifted = padded[tuple(slice(o, o + n) for o, n in zip(offset, image.shape))]
        result = shifted.copy() if result is None else ufunc(result, shifted)
    return result


def opening(a, b):
    return combine(combine(a, b, np.minimum), b, np.maximum)


def closing(a, b):
    return combine(combine(a, b, np.maximum), b, np.minimum)


def white_tophat(a, b):
    return np.subtract(a, opening(a, b))


def black_tophat(a, b):
    return np.subtract(closing(a, b), a)


def erode(a, b):
    return combine(a, b, np.minimum)


def dilate(a, b):
    return combine(a, b, np.maximum)


def find_letters(page):
    size = 2 * 7 + 1
    return black_tophat(page, np.ones((size, size), bool)) >= 30
