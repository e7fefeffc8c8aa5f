"""Any number of axes: mirrored index arrays, one combination of offsets at a time."""

from functools import partial, reduce
from itertools import product

import numpy as np
from scipy import ndimage


def mirrored(size, offset):
    i = (np.arange(size) + offset) % (2 * size)
    return np.where(i < size, i, 2 * size - 1 - i)


def neighbours(image, footprint):
    middle = [n // 2 for n in footprint.shape]
    for index in product(*map(range, footprint.shape)):
        if footprint[index]:
            offsets = [i - m for i, m in zip(index, middle)]
            yield image[np.ix_(*map(mirrored, image.shape, offsets))]


def filtered(extreme, image, footprint):
    return reduce(extreme, neighbours(image, footprint))


erode = partial(filtered, np.minimum)
dilate = partial(filtered, np.maximum)


def opening(image, footprint):
    return dilate(erode(image, footprint), footprint)


def closing(image, footprint):
    return erode(dilate(image, footprint), footprint)


def white_tophat(image, footprint):
    return image - opening(image, footprint)


def black_tophat(image, footprint):
    return closing(image, footprint) - image


def find_letters(page):
    # the paper is what three quarters of a wide neighbourhood are darker than
    paper = ndimage.percentile_filter(page.astype(float), 75, size=13)
    return page < paper - 30
