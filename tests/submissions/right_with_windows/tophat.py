import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def extreme(image, footprint, of):
    margins = [(side // 2, side // 2) for side in footprint.shape]
    windows = sliding_window_view(np.pad(image, margins, mode="symmetric"), footprint.shape)
    return of(windows[..., footprint.astype(bool)], axis=-1)


def opening(image, footprint):
    return extreme(extreme(image, footprint, np.min), footprint, np.max)


def closing(image, footprint):
    return extreme(extreme(image, footprint, np.max), footprint, np.min)


def white_tophat(image, footprint):
    return image - opening(image, footprint)


def black_tophat(image, footprint):
    return closing(image, footprint) - image


def erode(image, footprint):
    return extreme(image, footprint, np.min)


def dilate(image, footprint):
    return extreme(image, footprint, np.max)
