"""Li's threshold, repeated erosion with the default cross, and growing back inside the bright pixels."""

import numpy as np
from scipy import ndimage as ndi
from skimage.filters import threshold_li


def remove_skull(image):
    # Li's threshold is low where there is much background, so take it among the brighter half.
    cutoff = threshold_li(image)
    foreground = image[image > cutoff]
    cutoff = max(cutoff, foreground.mean() / 2)
    bright = image > cutoff

    steps = max(2, min(image.shape) // 64)
    eroded = ndi.binary_erosion(bright, iterations=steps)
    labels, count = ndi.label(eroded)
    sizes = ndi.sum_labels(eroded, labels, range(1, count + 1))
    brain = labels == np.argmax(sizes) + 1
    brain = ndi.binary_dilation(brain, iterations=steps + 1) & bright
    brain = ndi.binary_opening(brain, iterations=1)
    brain = ndi.binary_fill_holes(brain)
    return np.where(brain, image, 0).astype(image.dtype)


def remove_skull_3d(volume):
    return remove_skull(volume)
