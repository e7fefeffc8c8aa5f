"""The triangle rule on the histogram of a blurred head, then an opening."""

import numpy as np
from scipy.ndimage import binary_fill_holes
from skimage.filters import gaussian, threshold_triangle
from skimage.measure import label, regionprops
from skimage.morphology import ball, disk, opening


def remove_skull(image):
    return _strip(image, disk(max(2, min(image.shape) // 50)))


def remove_skull_3d(volume):
    return _strip(volume, ball(max(2, min(volume.shape) // 50)))


def _strip(head, footprint):
    # Where the brain fills most of the picture, the rule may cut above it.
    blurred = gaussian(head, sigma=1, preserve_range=True)
    foreground = head[blurred > min(threshold_triangle(blurred), blurred.mean())]
    brain_and_scalp = foreground[foreground > foreground.mean() / 2]
    mask = head > 0.5 * np.median(brain_and_scalp)
    regions = regionprops(label(opening(mask, footprint)))
    regions.sort(key=lambda region: region.area)
    brain = np.zeros(head.shape, dtype=bool)
    brain[tuple(regions[-1].coords.T)] = True
    return np.where(binary_fill_holes(brain), head, 0).astype(head.dtype)
