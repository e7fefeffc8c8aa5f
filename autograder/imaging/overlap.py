"""How well two masks agree: in volume, and along their borders."""

import numpy as np
from scipy import ndimage


def dice(one, other):
    return 2 * np.sum(one & other) / (np.sum(one) + np.sum(other))


def hausdorff95(one, other):
    borders = [mask & ~ndimage.binary_erosion(mask) for mask in (one, other)]
    if not (borders[0].any() and borders[1].any()):
        return float("inf")
    away = [ndimage.distance_transform_edt(~border) for border in borders]
    return float(
        max(np.percentile(away[1][borders[0]], 95), np.percentile(away[0][borders[1]], 95))
    )
