"""Two-means clustering of grey values; the piece that lies deepest in the head is the brain."""

import numpy as np
from scipy import ndimage


def two_means(values):
    low, high = np.percentile(values, [5, 75])
    for _ in range(50):
        nearer_high = np.abs(values - high) < np.abs(values - low)
        low, high = values[~nearer_high].mean(), values[nearer_high].mean()
    return (low + high) / 2


def remove_skull(image):
    values = image.astype(float)
    bright = values > two_means(values.ravel())
    ring = ndimage.generate_binary_structure(image.ndim, image.ndim)
    opened = ndimage.binary_opening(bright, ring, iterations=2)
    labels, _ = ndimage.label(opened)
    solid = ndimage.binary_fill_holes(opened)
    depth = ndimage.distance_transform_edt(solid) * opened
    brain = labels == labels[np.unravel_index(depth.argmax(), depth.shape)]
    return np.where(ndimage.binary_fill_holes(brain), image, 0).astype(image.dtype)


def remove_skull_3d(volume):
    return remove_skull(volume)
