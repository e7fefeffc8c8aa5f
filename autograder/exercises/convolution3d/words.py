"""Sentences on images, reworded for volumes: many mistakes are those of two dimensions."""

from __future__ import annotations

import re

WORDS = {"image": "volume", "pixel": "voxel"}
TURNED = ("turned by half a turn", "flipped along each of its axes")


def of_volumes(text):
    """Return sentences on an image and its pixels as sentences on a volume and its voxels.

    Examples
    --------
    >>> of_volumes("Pad an image, as scikit-image does, up to image.shape. Pixels stay.")
    'Pad a volume, as scikit-image does, up to volume.shape. Voxels stay.'
    """
    text = re.sub(r"\b([Aa])n image\b", r"\1 image", text.replace(*TURNED))
    return re.sub(r"(?i)(?<![-\w])(image|pixel)(?=s?\b)", lambda found: _like(found[0]), text)


def _like(word):
    """Return the word for volumes, with a capital if this has it."""
    other = WORDS[word.lower()]
    return other.capitalize() if word[0].isupper() else other
