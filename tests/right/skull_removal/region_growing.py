"""Region growing: from the deepest pixel outwards, over pixels that are about as bright."""

import numpy as np
from scipy import ndimage


def deepest(mask):
    depth = ndimage.distance_transform_edt(mask)
    return np.unravel_index(np.argmax(depth), depth.shape)


def grow(image):
    image = image.astype(float)
    seed = deepest(image > np.median(image[image > image.mean()]) * 0.5)
    around = tuple(slice(max(i - 2, 0), i + 3) for i in seed)
    level = np.median(image[around])
    alike = np.abs(image - level) < 0.5 * level

    # Two layers are taken off so that growth does not cross the bridges, and put back at the end.
    safe = ndimage.binary_erosion(alike, iterations=2)
    start = np.zeros(image.shape, dtype=bool)
    start[deepest(safe)] = True
    region = ndimage.binary_propagation(start, mask=safe)
    region = ndimage.binary_dilation(region, iterations=2)
    return ndimage.binary_fill_holes(region)


def remove_skull(image):
    brain = grow(image)
    result = image.copy()
    result[np.logical_not(brain)] = 0
    return result


def remove_skull_3d(volume):
    brain = grow(volume)
    result = volume.copy()
    result[np.logical_not(brain)] = 0
    return result
