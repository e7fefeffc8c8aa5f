"""Models of what becomes of planes: of the kernel's, and of those beyond the volume."""

from __future__ import annotations

from functools import partial

import numpy as np

from autograder.exercises.weighted_sums.edges import halves, padded_sums


def middle_plane(kernel):
    """Return a kernel with zeros outside its middle plane."""
    only = np.zeros(kernel.shape)
    only[len(kernel) // 2] = kernel[len(kernel) // 2]
    return only


def summed_planes(kernel):
    """Return a kernel with the sum of all its planes in the middle one."""
    only = np.zeros(kernel.shape)
    only[len(kernel) // 2] = kernel.sum(axis=0)
    return only


def _planes_padded(volume, kernel, reach=halves, mode="edge"):
    """Pad rows and columns with zeros, and planes with planes of the volume."""
    pairs = reach(kernel.shape)
    padded = np.pad(volume, [pairs[0], (0, 0), (0, 0)], mode=mode)
    padded = np.pad(padded, [(0, 0), *pairs[1:]])
    return padded_sums(padded, kernel, lambda shape: [(0, 0)] * 3, visits="all that fit")


def _planes_wrapped_before(volume, kernel, reach=halves):
    """Take the last planes for those before the first, and count planes behind the last as 0."""
    (before, behind), *others = reach(kernel.shape)
    padded = np.pad(volume, [(before, 0), (0, 0), (0, 0)], mode="wrap")
    padded = np.pad(padded, [(0, behind), *others])
    return padded_sums(padded, kernel, lambda shape: [(0, 0)] * 3, visits="all that fit")


def _planes_left(volume, kernel, reach=halves):
    """Leave the first and the last planes at 0."""
    result, (before, behind) = padded_sums(volume, kernel, reach), reach(kernel.shape)[0]
    if result is not None:
        result[:before], result[max(len(result) - behind, 0) :] = 0, 0
    return result


PLANES = {
    "planes_repeated": partial(_planes_padded, mode="edge"),
    "planes_mirrored": partial(_planes_padded, mode="reflect"),
    "planes_wrapped": partial(_planes_padded, mode="wrap"),
    "planes_wrapped_before": _planes_wrapped_before,
    "planes_left_at_zero": _planes_left,
}
