"""What a sentence on images says of volumes: convolutions share theirs in two and three axes."""

from __future__ import annotations

import re

_WORDS = {
    "an image": "a volume",
    "image": "volume",
    "images": "volumes",
    "pixel": "voxel",
    "pixels": "voxels",
    "turned by half a turn": "flipped along each of its axes",
}
_ANY = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)


def of_volumes(sentence):
    """Return a sentence with volume and voxel for image and pixel.

    Examples
    --------
    >>> of_volumes("An image is padded: print image.shape at the first of its pixels.")
    'A volume is padded: print volume.shape at the first of its voxels.'
    """
    return _ANY.sub(lambda found: _like(found[0], _WORDS[found[0].lower()]), sentence)


def _like(word, other):
    """Return a word with a capital if another one has it."""
    return other[0].upper() + other[1:] if word[0].isupper() else other
