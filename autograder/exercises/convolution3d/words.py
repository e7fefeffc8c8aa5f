"""Sentences on images, reworded for volumes: many mistakes are those of two dimensions."""

from __future__ import annotations

import re

WORDS = {"image": "volume", "pixel": "voxel"}


def of_volumes(text):
    """Return sentences on an image and its pixels as sentences on a volume and its voxels.

    Examples
    --------
    >>> of_volumes("Pad an image, as scikit-image does, up to image.shape; its pixels stay.")
    'Pad a volume, as scikit-image does, up to volume.shape; its voxels stay.'
    """
    text = re.sub(r"\b([Aa])n image\b", r"\1 image", text)
    return re.sub(r"(?<![-\w])(image|pixel)(?=s?\b)", lambda found: WORDS[found[1]], text)
