"""Arrays as a record holds them, as numbers or packed; and what tells calls with arrays apart."""

from __future__ import annotations

import base64
import math
import zlib
from functools import lru_cache

import numpy as np

# A record shows so many pixels as numbers; larger arrays are packed.
LARGEST_SHOWN = 150
# Of what is longer when it is packed, a record holds three digits of each number.
LONGEST_EXACT = 12_000


def as_record(array, planes=None):
    """Return an array as JSON can hold it.

    Parameters
    ----------
    array : ndarray or None
        Of any real dtype.
    planes : list of int, optional
        The planes of a volume to hold; the others come back as zeros.

    Returns
    -------
    value : list, float, int, bool, dict or None
        Nested lists, with None where a number is not finite; or, beyond `LARGEST_SHOWN` pixels,
        ``{"shape", "dtype", "data"}`` with the deflated bytes in base64, and perhaps ``"planes"``.
    """
    if array is None:
        return None
    if math.prod(side or 1 for side in array.shape) <= LARGEST_SHOWN:  # empty rows are lists, too
        return _finite(array.tolist())
    held = array if planes is None else array[planes]
    data = _packed(np.ascontiguousarray(held).tobytes())
    if len(data) > LONGEST_EXACT:
        rounded = _with_three_digits(held)
        shorter = _packed(rounded.tobytes())
        held, data = (rounded, shorter) if len(shorter) < len(data) else (held, data)
    record = {"shape": list(array.shape), "dtype": held.dtype.str, "data": data}
    return record if planes is None else record | {"planes": planes}


def _with_three_digits(array):
    """Return an array as float32 whose last 12 bits are 0; what is equal stays equal, 0 stays 0."""
    with np.errstate(over="ignore"):
        numbers = np.ascontiguousarray(array, "<f4")
    return (numbers.view("<u4") & np.uint32(0xFFFFF000)).view("<f4")


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
        data = np.frombuffer(zlib.decompress(base64.b64decode(value["data"])), value["dtype"])
        if "planes" not in value:
            return data.reshape(value["shape"])
        array = np.zeros(value["shape"], data.dtype)
        array[value["planes"]] = data.reshape(-1, *array.shape[1:])
        return array
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
