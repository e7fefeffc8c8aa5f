"""Steps of one's own, the dilation from the erosion of the negative; visits pixels by ndindex."""

import numpy as np


def turned(image):
    # ~ and not -: the least integer has no negative
    return ~image if image.dtype.kind in "iu" else -image


def erode(image, footprint):
    halves = [n // 2 for n in footprint.shape]
    padded = np.pad(image, [(h, h) for h in halves], "symmetric")
    chosen = np.nonzero(footprint)
    result = np.empty_like(image, order="C")
    for index in np.ndindex(image.shape):
        places = tuple(start + offsets for start, offsets in zip(index, chosen))
        result[index] = np.min(padded[places])
    return result


def dilate(image, footprint):
    return turned(erode(turned(image), footprint))


def opening(image, footprint):
    return dilate(erode(image, footprint), footprint)


def closing(image, footprint):
    return turned(opening(turned(image), footprint))


def white_tophat(image, footprint):
    return image - opening(image, footprint)


def black_tophat(image, footprint):
    return closing(image, footprint) - image


def find_letters(page):
    letters = closing(page, np.ones((7, 7), int)) - page > 25
    return letters
