"""Mistakes at the border and in the size of a weighted sum, in any number of dimensions.

Both convolutions share them; the ``misconceptions`` of each say which check catches what. The
paragraphs of a docstring are the hints that a student reads, one at a time.
"""

from __future__ import annotations

from itertools import count

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy import ndimage

from autograder.exercises.weighted_sums.library_sums import valid_sums, weighted_sums

LEFTOVERS = count(1000)


def _whole_neighbourhoods(image, kernel):
    """Return the slices of the pixels whose neighbourhood lies inside the image."""
    sides = zip(image.shape, kernel.shape, strict=True)
    return tuple(slice(width // 2, max(side - width // 2, 0)) for side, width in sides)


def _with_border(border, image, kernel):
    """Return the right result, but with `border` where a neighbourhood leaves the image."""
    result = np.full(image.shape, border, float)
    inside = _whole_neighbourhoods(image, kernel)
    result[inside] = weighted_sums(image, kernel)[inside]
    return result


def padded_by_one(image, kernel):
    """Padding by one pixel suits a side of 3 only; a kernel with a side of 5 reaches further.

    Lay the middle of a row of five weights on the first pixel of an image, and count how many stick
    out; then do the same with a single weight.

    Pad each axis by half of the kernel's side there, rounded down: side // 2 is 1 for a side of 3,
    2 for a side of 5 and 0 for a side of 1.
    """
    whole = tuple(slice(side) for side in image.shape)
    return valid_sums(np.pad(image, 1), kernel)[whole]


def took_neighbourhoods_of_three(image, kernel):
    """Pad by one pixel, and lay the kernel on neighbourhoods of 3 whatever its own sides are."""
    windows = sliding_window_view(np.pad(image.astype(float), 1), (3,) * image.ndim)
    return (windows * kernel).sum(axis=tuple(range(-image.ndim, 0)))


def left_the_border_at_zero(image, kernel):
    """Pixels at the border have a weighted sum too: fill their neighbourhood up with zeros.

    Check where your loops begin and end: with a kernel whose sides are 3, they leave out the first
    and the last pixel of every axis.

    Put a frame of zeros round the image, side // 2 of them at both ends of each axis, and then
    visit every pixel, from index 0 on.
    """
    return _with_border(0, image, kernel)


def kept_only_whole_neighbourhoods(image, kernel):
    """The result lost the border; put zeros round the image so that every pixel has a sum.

    Slide a kernel 3 wide along a row of 5 pixels: it fits into the row at 3 places, but the result
    needs 5 sums.

    Pad the image first, with side // 2 zeros at both ends of each axis: it then has as many whole
    neighbourhoods as there are pixels.
    """
    return weighted_sums(image, kernel)[_whole_neighbourhoods(image, kernel)]


def needed_a_whole_neighbourhood(image, kernel):
    """Lose the border, and stop with an error where no neighbourhood is whole."""
    sides = zip(image.shape, kernel.shape, strict=True)
    np.empty([side - width + 1 for side, width in sides])
    return kept_only_whole_neighbourhoods(image, kernel)


def repeated_the_border(image, kernel):
    """Beyond the border you repeated the outermost pixels; everything there should count as 0.

    Find out what your code takes for the pixel before index 0: it should be 0, but yours is the
    pixel at index 0 again.

    If you pad, leave out mode="edge", since np.pad puts zeros by itself; if you limit an index
    to 0 and the last one, leave that product out instead.
    """
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="nearest")


def mirrored_the_border(image, kernel):
    """Beyond the border you mirrored the image; everything there should count as 0.

    Filter the row 1 2 3 with three weights of 1 by hand: at the first pixel the sum is 0 + 1 + 2,
    and mirroring makes it 2 + 1 + 2.

    Use mode="constant" in np.pad, which is also its default, instead of mode="reflect", so that the
    frame round the image holds zeros.
    """
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="mirror")


def wrapped_around(image, kernel):
    """Your neighbourhoods continue on the opposite side of the image, as negative indices do.

    Print the indices of the neighbours of the very first pixel: an index of -1 is not an error in
    Python, but means the last one.

    Put zeros round the image with np.pad before you take neighbourhoods, so that no index falls
    below 0, and do without np.roll and mode="wrap".
    """
    return ndimage.correlate(image.astype(float), kernel.astype(float), mode="wrap")


def copied_the_border(image, kernel):
    """At the border you kept the image's own values; they should be weighted sums as well.

    Look at what your result holds before the first sum is put into it, and at the pixels that no
    sum ever reaches.

    Begin with np.zeros instead of a copy of the image, and work on an image padded with zeros, so
    that every pixel gets a sum of its own.
    """
    return _with_border(image, image, kernel)


def cut_off_an_empty_border(image, kernel):
    """A kernel with a side of 1 needs no border there, and then [p:-p] is empty: -0 is 0.

    Try np.arange(5)[p:-p] with p = 1 and then with p = 0, and see how many of the five numbers are
    left.

    Let the slice end at p plus the length of the image on that axis instead of at -p; this works
    for p = 0 as well.
    """
    kept = tuple(slice(0 if width == 1 else None) for width in kernel.shape)
    return weighted_sums(image, kernel)[kept]


def put_the_neighbourhood_off_the_middle(image, kernel):
    """The neighbourhood should have the pixel in its middle, not in its first corner.

    Filter one bright pixel with a kernel that is 1 in its middle and 0 elsewhere: the pixel should
    stay where it is, but yours moves.

    Put side // 2 zeros before each axis, and not only behind it: in the padded image, the window
    [i:i + side] then has pixel i in its middle.
    """
    reach = tuple(width // 2 for width in kernel.shape)
    padded = np.pad(image, [(0, each) for each in reach])
    return weighted_sums(padded, kernel)[tuple(slice(each, None) for each in reach)]


def returned_the_full_size(image, kernel):
    """The result is too large: keep only the sums whose middle is a pixel of the image.

    Take a row of 5 pixels and a kernel 3 wide: you get 7 sums, but the middle of the first and of
    the last one lies outside the row.

    Pad each axis by side // 2 at both ends instead of by side - 1; there are as many sums as pixels
    then.
    """
    return valid_sums(np.pad(image, [(side - 1, side - 1) for side in kernel.shape]), kernel)


def stopped_one_pixel_short(image, kernel):
    """The last row and column of your result are 0; they have neighbourhoods like all others.

    Write down the numbers that your row index runs through for an image of 3 rows: 0, 1 and 2 are
    wanted, and 2 is missing.

    Subtract nothing from the lengths: range(image.shape[0]) already ends at the last row, and
    range(image.shape[1]) at the last column; and set nothing to 0 afterwards.
    """
    result = weighted_sums(image, kernel)
    result[-1], result[..., -1] = 0, 0
    return result


def left_pixels_unset(image, kernel):
    """Some pixels were never set, and np.empty holds whatever was in memory; fill them all.

    Look for the pixels of the result that no line of yours sets: they lie where the kernel sticks
    out of the image.

    Pad the image with zeros so that each of its pixels gets a sum, and make the result with
    np.zeros, which sets every pixel to 0.
    """
    return _with_border(next(LEFTOVERS), image, kernel)
