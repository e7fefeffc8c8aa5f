"""Pages in light that falls from one side, with letters whose pixels are known."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

SHAPE = (40, 66)
STRIP = np.s_[3:5]
INK = 60  # how much darker letters are than the paper beside them
SLOPE = 1.5  # how much the light changes from one pixel to the next
GRAIN = 3
LETTERS = {
    "I": [np.s_[:, 3:6]],
    "L": [np.s_[:, 0:3], np.s_[7:9, :]],
    "T": [np.s_[0:2, :], np.s_[:, 3:5]],
}


class DrawnPage(NamedTuple):
    """A page.

    Attributes
    ----------
    image : ndarray of uint8, of shape (M, N)
        What the camera took.
    letters : ndarray of bool, of shape (M, N)
        Where ink is.
    """

    image: np.ndarray
    letters: np.ndarray


@lru_cache(maxsize=32)
def page_of(number):
    """Return the `DrawnPage` of a number: other letters, and light from another side.

    Its darkest paper is darker than its brightest ink, so one threshold suits no page. Page 0, the
    simplest, is a strip across upright strokes, so small that a call with it can be pasted.
    """
    chance = np.random.default_rng(number)
    letters = np.zeros(SHAPE, bool)
    for row in range(3, SHAPE[0] - 9, 13):
        for column in range(3, SHAPE[1] - 8, 13):
            for stroke in LETTERS[chance.choice(list(LETTERS)) if number else "I"]:
                letters[row : row + 9, column : column + 8][stroke] = True
    letters = letters if number else letters[STRIP]
    light = 110 + SLOPE * np.arange(SHAPE[1])[:: chance.choice([-1, 1])]
    grain = chance.integers(-GRAIN, GRAIN, letters.shape, endpoint=True)
    image = np.asarray(light - INK * letters + grain, np.uint8)
    for array in (image, letters):
        array.flags.writeable = False
    return DrawnPage(image, letters)
