"""Models of what is done at the border: how far an image is padded, with what, and what is kept.

Each takes an image of floats and a kernel, and returns the result, or None if it would stop with an
error.
"""

from __future__ import annotations

from functools import partial
from itertools import product

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from autograder.exercises.weighted_sums.library_sums import valid_sums


def padded_sums(image, kernel, reach, mode="constant", visits="the image"):
    """Pad by `reach` of the kernel's shape, and add up each neighbourhood that fits.

    Parameters
    ----------
    image, kernel : ndarray
        Of equally many axes.
    reach : callable
        Takes the kernel's shape, and returns a pair for each axis, as `numpy.pad` takes them.
    mode : str
        What is put there, as in `numpy.pad`.
    visits : {"the image", "all that fit", "some that fit", "some columns"}
        Whether as many pixels are visited as the image has; or all at which the kernel fits; or
        of these no more than the image has, in all axes or in the last.
    """
    padded = np.pad(image, reach(kernel.shape), mode=mode)
    if any(side < width for side, width in zip(padded.shape, kernel.shape, strict=True)):
        return None
    sums = valid_sums(padded, kernel)
    if visits == "all that fit":
        return sums
    if visits == "some columns":
        return sums[..., : image.shape[-1]]
    too_few = any(side < wanted for side, wanted in zip(sums.shape, image.shape, strict=True))
    if visits == "the image" and too_few:
        return None
    return sums[tuple(slice(side) for side in image.shape)]


def halves(shape):
    """Return half of each side, before and behind: the right padding."""
    return [(side // 2, side // 2) for side in shape]


def _inner_only(image, kernel, reach=halves, background=None):
    """Visit only pixels whose neighbourhood is whole; others keep the `background`, or 0."""
    result = np.zeros(image.shape) if background is None else background(image)
    sides = zip(image.shape, reach(kernel.shape), strict=True)
    inside = tuple(slice(a, max(side - b, 0)) for side, (a, b) in sides)
    around = padded_sums(image, kernel, reach)
    if around is None:
        return None
    result[inside] = around[inside]
    return result


FIRST, LAST = slice(1), slice(-1, None)


def _darkened(image, pixels, axes=None):
    """Return a copy with 0 in the first or the last pixel of each axis, or of some axes."""
    dark = image.copy()
    for axis in range(image.ndim) if axes is None else axes:
        np.moveaxis(dark, axis, 0)[pixels] = 0
    return dark


def _left_out(image, kernel, reach=halves, pixels=FIRST, axes=None):
    """Leave the first or the last pixel of each axis at 0."""
    result = padded_sums(image, kernel, reach)
    return None if result is None else _darkened(result, pixels, axes)


def _unread(image, kernel, reach=halves, pixels=FIRST, axes=None):
    """Take the first or the last pixel of each axis for one beyond the border."""
    return padded_sums(_darkened(image, pixels, axes), kernel, reach)


def _wrapped_before(image, kernel, reach=halves):
    """Let negative indices take pixels from the end, and count pixels behind the end as 0."""
    pairs = reach(kernel.shape)
    padded = np.pad(image, [(a, 0) for a, _ in pairs], mode="wrap")
    padded = np.pad(padded, [(0, b) for _, b in pairs])
    return padded_sums(padded, kernel, lambda shape: [(0, 0)] * len(shape), visits="all that fit")


def threes(image, kernel, takes=lambda kernel: kernel, keeps_border=True):
    """Lay the kernel on neighbourhoods of three, whatever its own sides are."""
    windows = sliding_window_view(np.pad(image, 1), (3,) * image.ndim)
    try:
        sums = (windows * takes(kernel)).sum(axis=tuple(range(-image.ndim, 0)))
    except ValueError:
        return None
    if keeps_border:
        return sums
    return np.pad(sums[(slice(1, -1),) * image.ndim], 1)


def corner_of_three(kernel):
    """Return the kernel's first three weights along each axis; ValueError if there are fewer."""
    if min(kernel.shape) < 3:
        raise ValueError
    return kernel[(slice(3),) * kernel.ndim]


def cut_off_empty(image, kernel, border):
    """Cut the padding off again with [p:-p], which leaves nothing if p is 0."""
    result = border(image, kernel)
    return result[tuple(slice(0 if width == 1 else None) for width in kernel.shape)]


def border_models(ndim):
    """Return what may be done at the border, by the name of the mistake; each takes `reach`."""
    modes = {"edge": "repeated", "reflect": "mirrored", "symmetric": "doubled", "wrap": "wrapped"}
    return {
        "right": padded_sums,
        **{name: partial(padded_sums, mode=mode) for mode, name in modes.items()},
        "left_at_zero": _inner_only,
        "copied": partial(_inner_only, background=np.copy),
        "one_short": partial(_left_out, pixels=LAST),
        "first_left_out": _left_out,
        "first_unread": _unread,
        "last_unread": partial(_unread, pixels=LAST),
        "wrapped_before": _wrapped_before,
        **_of_one_axis(ndim),
    }


def _of_one_axis(ndim):
    """Return what may be done at one end of one axis, by its name and the axis' number."""
    models = {"left_out": _left_out, "unread": _unread}
    return {
        f"{end}_{name}_{axis}": partial(model, pixels=pixels, axes=(axis,))
        for name, model in models.items()
        for end, pixels in (("first", FIRST), ("last", LAST))
        for axis in range(ndim)
    }


def reaches(ndim):
    """Return wrong paddings by the name of the mistake, each a function of the kernel's shape."""

    def alike(pick):
        return lambda shape: [(pick(shape), pick(shape))] * ndim

    def each(before, behind):
        return lambda shape: [(before(side), behind(side)) for side in shape]

    found = {
        "right": halves,
        "one": alike(lambda shape: 1),
        "none": alike(lambda shape: 0),
        "first": alike(lambda shape: shape[0] // 2),
        "last": alike(lambda shape: shape[-1] // 2),
        "largest": alike(lambda shape: max(shape) // 2),
        "smallest": alike(lambda shape: min(shape) // 2),
        "reversed": lambda shape: halves(shape)[::-1],
        "whole": each(lambda side: side, lambda side: side),
        "less_one": each(lambda side: side - 1, lambda side: side - 1),
        "rounded_up": each(lambda side: (side + 1) // 2, lambda side: (side + 1) // 2),
        "behind": each(lambda side: 0, lambda side: side - 1),
        "behind_by_half": each(lambda side: 0, lambda side: side // 2),
        "before": each(lambda side: side - 1, lambda side: 0),
        "before_by_half": each(lambda side: side // 2, lambda side: 0),
    }
    if ndim == 2:
        found["pair"] = lambda shape: [(shape[0] // 2, shape[1] // 2)] * 2
        found["pair_reversed"] = lambda shape: [(shape[1] // 2, shape[0] // 2)] * 2
    else:
        found["middle"] = alike(lambda shape: shape[1] // 2)
    for axes in product((0, 1), repeat=ndim):
        if 0 < sum(axes) < ndim:
            name = "only_" + "_".join(str(axis) for axis, padded in enumerate(axes) if padded)
            found[name] = lambda shape, axes=axes: [
                (padded * (side // 2),) * 2 for side, padded in zip(shape, axes, strict=True)
            ]
    return found
