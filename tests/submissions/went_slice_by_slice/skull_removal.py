import numpy as np
from scipy import ndimage
from skimage.filters import threshold_otsu


def remove_skull(image):
    bright = image > threshold_otsu(image) / 2
    labels, count = ndimage.label(ndimage.binary_erosion(bright, iterations=2))
    if count == 0:
        return np.zeros_like(image)
    largest = labels == 1 + np.bincount(labels.ravel())[1:].argmax()
    mask = ndimage.binary_fill_holes(ndimage.binary_dilation(largest, iterations=2))
    return np.where(mask, image, 0).astype(image.dtype)


def remove_skull_3d(volume):
    return np.stack([remove_skull(plane) for plane in volume])
