"""The largest piece of a mask, of whatever that is made."""

from __future__ import annotations

import numpy as np
from scipy import ndimage


def largest_piece(mask):
    """Return the largest connected piece of a mask; an empty mask has none."""
    numbers, _ = ndimage.label(mask)
    sizes = np.bincount(numbers[mask], minlength=1)
    return mask & (numbers == sizes.argmax())
