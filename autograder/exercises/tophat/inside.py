"""Where a footprint lies inside an image."""

from __future__ import annotations


def middle(image, footprint):
    """Return the slices of the image where the footprint lies inside it."""
    sides = zip(image.shape, footprint.shape, strict=True)
    return tuple(slice(reach // 2, side - reach // 2) for side, reach in sides)
