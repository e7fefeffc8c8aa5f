"""Makes the interpreter crash."""

import ctypes


def convolve2d(image, kernel):
    ctypes.string_at(0)
