"""The arrays of a failure as a record holds them: all that a picture needs, and not much more."""

from __future__ import annotations

import numpy as np

from autograder.imaging.arrays import as_record

# Of larger volumes, a record holds a few planes.
LARGEST_VOLUME = 10_000
MOST_PLANES = 5


def as_records(arguments, expected, actual, where):
    """Return the arguments, the right result and the one that came, as JSON can hold them.

    Parameters
    ----------
    arguments : dict of str to ndarray
        What a function was called with, an image or a volume first.
    expected, actual : ndarray or None
        What should have come back, and what did.
    where : tuple of int or None
        Index of the first wrong pixel.

    Returns
    -------
    arguments : dict of str to value
    expected, actual : value or None
        As `as_record` returns them; of large volumes only the planes that `planes_to_show` names.
    """
    image = next(iter(arguments.values()), None)
    results = [each for each in (actual, expected) if _has_shape_of(each, image)]
    is_large = image is not None and image.ndim == 3 and image.size > LARGEST_VOLUME
    planes = planes_to_show(len(image), results, where) if is_large else None

    def recorded(array):
        return as_record(array, planes if _has_shape_of(array, image) else None)

    return {name: recorded(each) for name, each in arguments.items()}, *map(
        recorded, (expected, actual)
    )


def _has_shape_of(array, image):
    return array is not None and image is not None and array.shape == image.shape


def planes_to_show(count, results, where):
    """Return the planes of a volume to show: some in which a result is not 0, and a wrong one.

    Parameters
    ----------
    count : int
        How many there are.
    results : sequence of ndarray of shape (count, M, N)
        What was kept of the volume, and what should have been.
    where : tuple of int or None
        Index of the first wrong voxel; its plane is among them.

    Returns
    -------
    planes : list of int
        At most `MOST_PLANES` indices, in ascending order.

    Examples
    --------
    >>> planes_to_show(9, [], (3, 0, 0))
    [0, 3, 4, 6, 8]
    """
    kept = np.zeros(count, bool)
    for result in results:
        kept |= (result != 0).any(axis=(1, 2))
    indices = np.flatnonzero(kept) if kept.any() else np.arange(count)
    chosen = indices[np.linspace(0, len(indices) - 1, min(MOST_PLANES, len(indices))).astype(int)]
    if where is not None and len(where) == 3 and where[0] < count:
        chosen[np.argmin(np.abs(chosen - where[0]))] = where[0]
    return [int(index) for index in np.unique(chosen)]
