"""A threshold from percentiles, in the manner of BET, and a square footprint."""

import numpy as np
from scipy import ndimage
from skimage import measure


def remove_skull(image):
    dark, light = np.percentile(image, [2, 98])
    inside = image[image > dark + 0.25 * (light - dark)]
    typical = np.median(inside)
    mask = image > dark + 0.5 * (typical - dark)
    side = 2 * max(2, min(image.shape) // 60) + 1
    footprint = np.ones([side] * image.ndim, dtype=bool)
    mask = ndimage.binary_opening(mask, footprint)
    labelled = measure.label(mask, connectivity=1)
    counts = np.bincount(labelled[mask])
    brain = labelled == np.argmax(counts)
    return image * ndimage.binary_fill_holes(brain).astype(image.dtype)


def remove_skull_3d(volume):
    return remove_skull(volume)
