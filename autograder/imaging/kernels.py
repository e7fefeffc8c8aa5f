"""Kernels to filter with."""

from __future__ import annotations

from functools import reduce

import numpy as np


def gaussian_kernel(sigma=1.0, ndim=2, truncate=4.0):
    """Return a Gaussian kernel: a small bump whose weights fall off with distance and sum to 1.

    Filtering with it, with zeros beyond the border, gives what ``skimage.filters.gaussian(image,
    sigma, mode="constant", truncate=truncate)`` gives.

    Parameters
    ----------
    sigma : float or sequence of float
        Standard deviation in pixels, one for all axes or one for each; 0 leaves an axis alone.
    ndim : int
        Number of axes, if `sigma` is one number.
    truncate : float
        Where to cut the bump off, in standard deviations.

    Returns
    -------
    kernel : ndarray of float64
        Every side is odd, ``2 * int(truncate * sigma + 0.5) + 1``, and the largest weight is in
        the middle.

    Raises
    ------
    ValueError
        If a standard deviation or `truncate` is negative, or there are no axes.

    Notes
    -----
    ``kernel[i, j]`` is proportional to ``exp(-(i**2 + j**2) / (2 * sigma**2))``, with i and j
    counted from the middle [1]_.

    References
    ----------
    .. [1] R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th ed., section 3.5.

    Examples
    --------
    >>> gaussian_kernel(sigma=0.5, truncate=2).round(3)
    array([[0.011, 0.084, 0.011],
           [0.084, 0.619, 0.084],
           [0.011, 0.084, 0.011]])
    """
    sigmas = (sigma,) * ndim if np.isscalar(sigma) else tuple(sigma)
    if not sigmas or min(sigmas) < 0 or truncate < 0:
        raise ValueError(
            "gaussian_kernel needs at least one axis and no negative number; "
            f"it got sigma={sigma}, ndim={ndim}, truncate={truncate}."
        )
    return reduce(np.multiply.outer, [_bump(each, truncate) for each in sigmas])


def _bump(sigma, truncate):
    """Return the 1-D weights, which sum to 1."""
    radius = int(truncate * sigma + 0.5)
    offsets = np.arange(-radius, radius + 1)
    weights = np.exp(-0.5 * (offsets / sigma) ** 2) if sigma > 0 else np.ones(1)
    return weights / weights.sum()
