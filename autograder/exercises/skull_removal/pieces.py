"""The largest piece of a mask, of whatever that is made."""

from __future__ import annotations

import numpy as np
from scipy import ndimage


def largest_piece(mask):
    """Return the largest connected piece of a mask; an empty mask has none."""
    labels, _ = ndimage.label(mask)
    return labels == 1 + np.bincount(labels.ravel(), minlength=2)[1:].argmax()
