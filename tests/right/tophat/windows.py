"""Own erosion: all neighbourhoods at once, infinity where the footprint is 0."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def neighbourhoods(image, footprint):
    pad = [(n // 2, n // 2) for n in footprint.shape]
    return sliding_window_view(np.pad(image, pad, mode="symmetric"), footprint.shape)


def erode(image, footprint):
    windows = np.where(footprint == 1, neighbourhoods(image, footprint), np.inf)
    axes = tuple(range(image.ndim, windows.ndim))
    return windows.min(axis=axes).astype(image.dtype)


def dilate(image, footprint):
    windows = np.where(footprint == 1, neighbourhoods(image, footprint), -np.inf)
    axes = tuple(range(image.ndim, windows.ndim))
    return windows.max(axis=axes).astype(image.dtype)


def opening(image, footprint):
    return dilate(erode(image, footprint), footprint)


def closing(image, footprint):
    return erode(dilate(image, footprint), footprint)


def white_tophat(image, footprint):
    return image - opening(image, footprint)


def black_tophat(image, footprint):
    return closing(image, footprint) - image


def find_letters(page):
    brightest = neighbourhoods(page, np.ones((11, 11))).max(axis=(2, 3))
    return brightest.astype(int) - page > 35
