import numpy as np
from skimage import morphology


class Morphology:
    """Remembers an image and a footprint; every step gives a new one."""

    def __init__(self, image, footprint):
        self.image = np.array(image)
        self.footprint = np.asarray(footprint, dtype=bool)

    def eroded(self):
        return Morphology(morphology.erosion(self.image, self.footprint), self.footprint)

    def dilated(self):
        return Morphology(morphology.dilation(self.image, self.footprint), self.footprint)

    # named like the library's, but written here
    def opening(self):
        return self.eroded().dilated()

    def closing(self):
        return self.dilated().eroded()

    def __sub__(self, other):
        return self.image - other.image


def opening(image, footprint):
    return Morphology(image, footprint).opening().image


def closing(image, footprint):
    return Morphology(image, footprint).closing().image


def white_tophat(image, footprint):
    m = Morphology(image, footprint)
    return m - m.opening()


def black_tophat(image, footprint):
    m = Morphology(image, footprint)
    return m.closing() - m
