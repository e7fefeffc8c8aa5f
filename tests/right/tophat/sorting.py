"""Rank filters: sort each neighbourhood, take the first or the last."""

import numpy as np


def ranked(image, footprint, rank):
    reach = np.array(footprint.shape) // 2
    padded = np.pad(image, list(zip(reach, reach)), "symmetric")
    mask = footprint.astype(bool)
    windows = np.lib.stride_tricks.sliding_window_view(padded, mask.shape)
    return np.sort(windows[..., mask], axis=-1)[..., rank].copy()


opening = lambda image, footprint: ranked(ranked(image, footprint, 0), footprint, -1)  # noqa: E731
closing = lambda image, footprint: ranked(ranked(image, footprint, -1), footprint, 0)  # noqa: E731


def white_tophat(image, footprint):
    result = image.copy()
    result -= opening(image, footprint)
    return result


def black_tophat(image, footprint):
    result = closing(image, footprint)
    result -= image
    return result


def erode(image, footprint):
    return ranked(image, footprint, 0)


def dilate(image, footprint):
    return ranked(image, footprint, -1)


def find_letters(page):
    levels = black_tophat(page, np.ones((13, 13), int))
    return levels > (int(levels.min()) + int(levels.max())) // 2
