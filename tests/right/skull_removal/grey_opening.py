"""Opening the grey image first and thresholding last; holes are filled by reconstruction."""

import numpy as np
from scipy import ndimage
from skimage.filters import threshold_otsu
from skimage.morphology import reconstruction


def remove_skull_3d(volume):
    opened = ndimage.grey_opening(volume, size=(5,) * volume.ndim)
    labels, n = ndimage.label(opened > threshold_otsu(volume))
    sizes = [np.count_nonzero(labels == i + 1) for i in range(n)]
    brain = without_holes(labels == np.argmax(sizes) + 1)
    result = volume.copy()
    result[~brain] = 0
    return result


def without_holes(mask):
    """What dark pixels can reach from the border is outside; the rest is not."""
    dark = (~mask).astype(float)
    seed = dark.copy()
    seed[(slice(1, -1),) * mask.ndim] = 0
    return reconstruction(seed, dark) == 0


def remove_skull(image):
    return remove_skull_3d(image)
