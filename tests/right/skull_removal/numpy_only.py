"""NumPy and nothing else: shifted copies for erosion and dilation, flooding by repeated dilation."""

import numpy as np


def shifts(mask, fill):
    padded = np.pad(mask, 1, constant_values=fill)
    for axis in range(mask.ndim):
        for start in (0, 2):
            window = [slice(1, -1)] * mask.ndim
            window[axis] = slice(start, start + mask.shape[axis])
            yield padded[tuple(window)]


def erode(mask):
    smaller = mask.copy()
    for shifted in shifts(mask, True):
        smaller &= shifted
    return smaller


def dilate(mask, within=True):
    larger = mask.copy()
    for shifted in shifts(mask, False):
        larger |= shifted
    return larger & within


def flood(seed, within):
    while True:
        larger = dilate(seed, within)
        if (larger == seed).all():
            return seed
        seed = larger


def largest_component(mask):
    best, rest = np.zeros_like(mask), mask.copy()
    while rest.sum() > best.sum():
        seed = np.zeros_like(mask)
        seed[tuple(np.argwhere(rest)[len(np.argwhere(rest)) // 2])] = True
        component = flood(seed, rest)
        if component.sum() > best.sum():
            best = component
        rest &= ~component
    return best


def fill_holes(mask):
    border = np.ones_like(mask)
    border[(slice(1, -1),) * mask.ndim] = False
    return ~flood(border & ~mask, ~mask)


def threshold(image):
    """The isodata rule: half-way between the means of what it separates."""
    cut, previous = image.mean(), None
    while cut != previous:
        previous = cut
        cut = (image[image > cut].mean() + image[image <= cut].mean()) / 2
    return cut


def brain_of(image):
    mask = image > threshold(image.astype(float))
    core = largest_component(erode(erode(mask)))
    return fill_holes(dilate(dilate(core)))


def remove_skull(image):
    return np.where(brain_of(image), image, np.zeros_like(image))


def remove_skull_3d(volume):
    return np.where(brain_of(volume), volume, np.zeros_like(volume))
