"""Everything from one erosion: what is true of dark is true of bright in the negative."""

import numpy as np
from skimage.morphology import erosion


def negative(image):
    return ~image if np.issubdtype(image.dtype, np.integer) else -image


def dilation(image, footprint):
    return negative(erosion(negative(image), footprint))


def opening(image, footprint):
    return dilation(erosion(image, footprint), footprint)


def closing(image, footprint):
    return negative(opening(negative(image), footprint))


def white_tophat(image, footprint):
    return image - opening(image, footprint)


def black_tophat(image, footprint):
    return white_tophat(negative(image), footprint)
