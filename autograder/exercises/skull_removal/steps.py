"""The steps of removing a skull, of which misconceptions leave out or change one."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from skimage.filters import threshold_otsu


def bright(image):
    """Return where an image is at least half as bright as its bright part usually is."""
    return image > np.median(image[image > threshold_otsu(image) / 2]) / 2


def pieces(mask, which):
    """Return the piece of a mask that is at this place in the order of sizes, smallest first."""
    labels, count = ndimage.label(mask)
    order = np.argsort(np.bincount(labels.ravel())[1:])
    return labels == 1 + order[which] if count else mask


def depth(image):
    """Return how many layers to take, 2 from a small head and more from a large one."""
    return max(2, round(bright(image).sum() ** (1 / image.ndim) / 40))


def core(image, steps=None):
    """Return the largest piece that is left when layers are taken from what is bright."""
    layers = depth(image) if steps is None else steps
    return pieces(ndimage.binary_erosion(bright(image), iterations=layers), -1)


def filled(mask, steps):
    """Return a mask with this many layers more, and no holes."""
    grown = ndimage.binary_dilation(mask, iterations=steps) if steps else mask
    return ndimage.binary_fill_holes(grown)


def whole(image):
    """Return the brain with the layers that `core` had taken, and without holes."""
    return filled(core(image), depth(image))


def cut_out(mask, image):
    """Return the image with zeros outside the mask."""
    return np.where(mask, image, 0).astype(image.dtype)
