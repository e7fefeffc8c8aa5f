"""Returns objects that run something where they are unpickled."""

import os

import numpy as np


class Payload:
    def __reduce__(self):
        return os.system, ("touch unpickled",)


def convolve2d(image, kernel):
    pixels = np.empty(image.shape, object)
    pixels[...] = Payload()
    return pixels
