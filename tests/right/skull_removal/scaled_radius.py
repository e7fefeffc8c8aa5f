"""The footprint grows with the head, and the dilation may not leave the bright pixels."""

import numpy as np
from scipy.ndimage import binary_fill_holes
from skimage import filters, measure, morphology


def footprint_for(mask):
    extent = min(np.ptp(indices) + 1 for indices in np.nonzero(mask))
    radius = int(np.clip(extent // 20, 2, 8))
    return morphology.disk(radius) if mask.ndim == 2 else morphology.ball(radius)


def keep_largest(mask):
    labels = measure.label(mask)
    areas = [(region.area, region.label) for region in measure.regionprops(labels)]
    return labels == max(areas)[1]


def brain_mask(image):
    mask = image >= filters.threshold_isodata(image)
    footprint = footprint_for(mask)
    core = keep_largest(morphology.erosion(mask, footprint))
    brain = morphology.dilation(core, footprint)
    brain = morphology.dilation(brain) & mask
    return binary_fill_holes(brain)


def remove_skull(image):
    return image * brain_mask(image)


def remove_skull_3d(volume):
    return volume * brain_mask(volume)
