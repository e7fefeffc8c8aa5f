"""The book's recipe with fixed footprints: Otsu, erosion, largest component, dilation, holes."""

import numpy as np
from scipy.ndimage import binary_fill_holes
from skimage.filters import threshold_otsu
from skimage.measure import label, regionprops
from skimage.morphology import ball, dilation, disk, erosion


def brain_mask(image, footprint):
    bright = image > threshold_otsu(image)
    pieces = label(erosion(bright, footprint), connectivity=1)
    largest = max(regionprops(pieces), key=lambda piece: piece.area)
    return binary_fill_holes(dilation(pieces == largest.label, footprint))


def remove_skull(image):
    result = image.copy()
    result[~brain_mask(image, disk(3))] = 0
    return result


def remove_skull_3d(volume):
    result = volume.copy()
    result[~brain_mask(volume, ball(3))] = 0
    return result


def dice_by_radius(mask, radii):
    from skimage.morphology import opening

    numbers = []
    for radius in radii:
        opened = opening(mask, disk(radius))
        numbers.append(2 * np.logical_and(opened, mask).sum() / (opened.sum() + mask.sum()))
    return np.array(numbers)
