"""Pixels below the footprint's zeros are masked out."""

import numpy as np
from skimage.filters import threshold_local
from skimage.util import view_as_windows


def extremum(image, footprint, name):
    padded = np.pad(image, [(n // 2, n // 2) for n in footprint.shape], mode="symmetric")
    windows = view_as_windows(np.ascontiguousarray(padded), footprint.shape)
    flat = windows.reshape(*image.shape, footprint.size)
    left_out = np.broadcast_to(footprint.ravel() == 0, flat.shape)
    return getattr(np.ma.masked_array(flat, left_out), name)(axis=-1).filled(0)


def erode(image, footprint):
    return extremum(image, footprint, "min")


def dilate(image, footprint):
    return extremum(image, footprint, "max")


def opening(image, footprint):
    return dilate(erode(image, footprint), footprint)


def closing(image, footprint):
    return erode(dilate(image, footprint), footprint)


def white_tophat(image, footprint):
    """What is bright and small."""
    return image - opening(image, footprint)


def black_tophat(image, footprint):
    """What is dark and small."""
    return closing(image, footprint) - image


def find_letters(page):
    """What is darker than the mean around it, less a bit."""
    return page < threshold_local(page, 27, offset=20)
