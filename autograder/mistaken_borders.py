"""Mistakes at the border and in the size of a weighted sum, in any number of dimensions.

Both convolutions share them; the ``misconceptions`` of each say which check catches what. A
docstring here is the hint that a student reads.
"""

from __future__ import annotations

from itertools import count

import numpy as np
from scipy import ndimage, signal

from autograder.weighted_sums import weighted_sums

LEFTOVERS = count(1000)


def whole_neighbourhoods(image, kernel):
    """Return the slices of the pixels whose neighbourhood lies inside the image."""
    sides = zip(image.shape, kernel.shape, strict=True)
    return tuple(slice(width // 2, max(side - width // 2, 0)) for side, width in sides)


def with_border(border, image, kernel):
    """Return the right result, but with `border` where a neighbourhood leaves the image."""
    result = np.full(image.shape, border, float)
    inside = whole_neighbourhoods(image, kernel)
    result[inside] = weighted_sums(image, kernel)[inside]
    return result


def padded_by_one(image, kernel):
    """A border of one pixel fits a side of 3 only; a kernel with a side of 5 reaches further."""
    whole = tuple(slice(side) for side in image.shape)
    return signal.correlate(np.pad(image.astype(float), 1), kernel, "valid", "direct")[whole]


def left_the_border_at_zero(image, kernel):
    """Pixels at the border have a weighted sum too: fill their neighbourhood up with zeros."""
    return with_border(0, image, kernel)


def kept_only_whole_neighbourhoods(image, kernel):
    """The result lost the border; put zeros round the image so that every pixel has a sum."""
    return weighted_sums(image, kernel)[whole_neighbourhoods(image, kernel)]


def repeated_the_border(image, kernel):
    """Beyond the border you repeated the outermost pixels; they should count as 0."""
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="nearest")


def mirrored_the_border(image, kernel):
    """Beyond the border you mirrored the image; everything there should count as 0."""
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="mirror")


def wrapped_around(image, kernel):
    """Your neighbourhoods go on at the opposite side of the image, as negative indices do."""
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="wrap")


def copied_the_border(image, kernel):
    """At the border you kept the image's own values; they should be weighted sums as well."""
    return with_border(image, image, kernel)


def cut_off_an_empty_border(image, kernel):
    """A kernel with a side of 1 needs no border there, and then [p:-p] is empty: -0 is 0."""
    kept = tuple(slice(0 if width == 1 else None) for width in kernel.shape)
    return weighted_sums(image, kernel)[kept]


def put_the_neighbourhood_off_the_middle(image, kernel):
    """The neighbourhood should have the pixel in its middle, not in its first corner."""
    reach = tuple(width // 2 for width in kernel.shape)
    padded = np.pad(image, [(0, each) for each in reach])
    return weighted_sums(padded, kernel)[tuple(slice(each, None) for each in reach)]


def returned_the_full_size(image, kernel):
    """The result grew: keep only the sums whose middle is a pixel of the image."""
    return signal.correlate(image.astype(float), kernel.astype(float), "full", "direct")


def stopped_one_pixel_short(image, kernel):
    """The last row and column were left out: range(n) already ends at n - 1."""
    result = weighted_sums(image, kernel)
    result[-1], result[..., -1] = 0, 0
    return result


def left_pixels_unset(image, kernel):
    """Some pixels were never set, and np.empty holds whatever was in memory; fill them all."""
    return with_border(next(LEFTOVERS), image, kernel)
