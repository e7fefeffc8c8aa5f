import numpy as np
from skimage.filters import threshold_otsu


def remove_skull(image):
    return np.where(image > threshold_otsu(image), image, 0).astype(image.dtype)


def remove_skull_3d(volume):
    return remove_skull(volume)
