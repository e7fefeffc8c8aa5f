import numpy as np
from scipy import ndimage
from skimage.filters import threshold_otsu


def brain(image):
    inside = image[image > threshold_otsu(image) / 2]
    bright = image > np.median(inside) / 2
    layers = max(2, round(bright.sum() ** (1 / image.ndim) / 40))
    labels, _ = ndimage.label(ndimage.binary_erosion(bright, iterations=layers))
    largest = labels == 1 + np.bincount(labels.ravel())[1:].argmax()
    grown = ndimage.binary_dilation(largest, iterations=2 * layers, mask=bright)
    return ndimage.binary_fill_holes(grown)


def remove_skull(image):
    return np.where(brain(image), image, 0).astype(image.dtype)


def remove_skull_3d(volume):
    return np.where(brain(volume), volume, 0).astype(volume.dtype)
