"""Watershed: brain and scalp are basins of the negative, and the gap between them is the ridge."""

import numpy as np
from scipy import ndimage
from skimage.filters import threshold_otsu
from skimage.segmentation import watershed

MARGIN = 2.5


def _segment(image):
    image = image.astype(float)
    bright = image > threshold_otsu(image)
    labels, _ = ndimage.label(ndimage.distance_transform_edt(bright) > MARGIN)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    core = ndimage.binary_fill_holes(labels == sizes.argmax())

    markers = np.zeros(image.shape, dtype=int)
    markers[core] = 1
    markers[ndimage.distance_transform_edt(~core) > MARGIN + 2] = 2
    return ndimage.binary_fill_holes((watershed(-image, markers) == 1) & bright)


def remove_skull(image):
    out = np.zeros_like(image)
    brain = _segment(image)
    out[brain] = image[brain]
    return out


def remove_skull_3d(volume):
    out = np.zeros_like(volume)
    brain = _segment(volume)
    out[brain] = volume[brain]
    return out


def dice_by_radius(mask, radii):
    from skimage.morphology import dilation, disk, erosion

    from autograder.imaging.overlap import dice

    return np.array([dice(dilation(erosion(mask, disk(r)), disk(r)), mask) for r in radii])
