"""Watershed of the depth itself: one basin for every thick part, and the thickest is the brain."""

import numpy as np
from scipy.ndimage import binary_fill_holes, distance_transform_edt, label
from skimage.filters import threshold_isodata
from skimage.segmentation import watershed


def remove_skull(image):
    values = image.astype(float)
    bright = values > threshold_isodata(values)
    depth = distance_transform_edt(bright)
    # Everything thicker than the bridges gets a marker; the flood meets half-way along a bridge.
    markers, _ = label(depth > max(2.3, depth.max() / 5))
    basins = watershed(-depth, markers, mask=bright)
    sizes = np.bincount(basins.ravel())
    sizes[0] = 0
    brain = basins == sizes.argmax()
    # What has no marker of its own, such as a thin scalp, flows in over a bridge: cut it off.
    core = markers == markers[np.unravel_index(np.argmax(depth * brain), depth.shape)]
    reach = distance_transform_edt(~core) <= max(2.3, depth.max() / 5) + 1
    return image * binary_fill_holes(brain & reach)


def remove_skull_3d(volume):
    return remove_skull(volume)
