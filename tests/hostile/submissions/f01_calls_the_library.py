"""Leaves the work to SciPy."""

from scipy import ndimage


def convolve2d(image, kernel):
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="constant")
