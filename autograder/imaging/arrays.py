"""Arrays as a record holds them, as numbers or packed; and what tells calls with arrays apart."""

from __future__ import annotations

import base64
import math
import zlib
from functools import lru_cache

import numpy as np

# A record shows so many pixels as numbers; larger arrays are packed.
LARGEST_SHOWN = 150


def as_record(array):
    """Return an array as JSON can hold it.

    Parameters
    ----------
    array : ndarray or None
        Of any real dtype.

    Returns
    -------
    value : list, float, int, bool, dict or None
        Nested lists, with None where a number is not finite; or, beyond `LARGEST_SHOWN` pixels,
        ``{"shape", "dtype", "data"}`` with the deflated bytes in base64.
    """
    if array is None:
        return None
    if math.prod(side or 1 for side in array.shape) <= LARGEST_SHOWN:  # empty rows are lists, too
        return _finite(array.tolist())
    data = _packed(np.ascontiguousarray(array).tobytes())
    return {"shape": list(array.shape), "dtype": array.dtype.str, "data": data}


@lru_cache(maxsize=64)  # the same head stands in the records of many checks
def _packed(data):
    """Return bytes, deflated, in base64; noise hardly gets shorter, so little time is spent."""
    return base64.b64encode(zlib.compress(data, 1)).decode()


def from_record(value):
    """Return the array in a record; what was not finite comes back as NaN from nested lists.

    Examples
    --------
    >>> from_record([[1.0, None]])
    array([[ 1., nan]])
    >>> from_record(as_record(np.arange(200, dtype=np.uint8))).sum()
    np.uint64(19900)
    """
    if isinstance(value, dict):
        data = zlib.decompress(base64.b64decode(value["data"]))
        return np.frombuffer(data, np.dtype(value["dtype"])).reshape(value["shape"])
    array = np.array(value)
    return array.astype(float) if array.dtype == object else array


def _finite(value):
    """Return nested lists with None where a number is not finite, which JSON cannot hold."""
    if isinstance(value, list):
        return [_finite(each) for each in value]
    return value if math.isfinite(value) else None


def key_of(arrays):
    """Return what tells some arrays from others: every bit, and the memory layout."""
    return tuple(
        (each.dtype.str, each.shape, each.strides, each.flags.writeable, each.tobytes())
        for each in arrays
    )
