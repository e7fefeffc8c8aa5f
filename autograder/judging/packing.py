"""Drawn arguments as a few bytes: numbers, texts, arrays, tuples, functions by name.

A value that is made of others, such as a head, is a dataclass with one field, a tuple.
"""

from __future__ import annotations

import struct
from dataclasses import fields, is_dataclass
from types import FunctionType

import numpy as np

NONE, FALSE, TRUE, WHOLE, HUNDREDTHS, FLOAT, TEXT, TUPLE, FUNCTION, MADE, SCALAR = range(11)
# An array's first byte is one of these two and the number of its axes.
BY_ROWS, BY_COLUMNS = 32, 40
MOST_AXES = 4
DTYPES = ("?", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8")
BITS = 0  # so are zeros and ones stored, whatever their dtype; else its place in DTYPES counts
SHORTEST_FIRST = (1, 2, 3, 4, 9, 5, 6, 10, 7, 8, 11)
MOST_PIXELS = 2**16
LONGEST_NUMBER = 10  # bytes, of seven bits each


def pack(value):
    """Return a value as bytes.

    Raises
    ------
    TypeError
        If it holds anything that cannot be packed.
    """
    if value is None or value is False or value is True:
        return bytes([(None, False, True).index(value)])
    if type(value) is int:
        return bytes([WHOLE]) + _whole(value)
    if type(value) is float:
        return _float(value)
    if type(value) is str:
        return bytes([TEXT]) + _text(value)
    if type(value) is tuple:
        return bytes([TUPLE]) + _whole(len(value)) + b"".join(map(pack, value))
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, np.generic):
        return bytes([SCALAR]) + _array(np.asarray(value))
    if isinstance(value, FunctionType):
        return bytes([FUNCTION]) + _text(value.__name__)
    if is_dataclass(value) and len(fields(value)) == 1:
        return bytes([MADE]) + pack(getattr(value, fields(value)[0].name))
    raise TypeError(f"{type(value).__name__} objects cannot be part of a token.")


def _whole(number):
    """Return a whole number as bytes of seven bits each, the eighth if more follow."""
    number = 2 * number if number >= 0 else -2 * number - 1
    if number.bit_length() > 7 * LONGEST_NUMBER:
        raise TypeError("Whole numbers as large as this cannot be part of a token.")
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])


def _float(number):
    hundredths = round(number * 100) if abs(number) < 1e9 else 0
    if struct.pack("<d", hundredths / 100) == struct.pack("<d", number):
        return bytes([HUNDREDTHS]) + _whole(hundredths)
    return bytes([FLOAT]) + struct.pack("<d", number)


def _text(text):
    data = text.encode()
    return _whole(len(data)) + data


def _array(array):
    """Return an array as bytes: axes, dtype and form of storage, shape, and the values."""
    by_columns = array.flags.f_contiguous and not array.flags.c_contiguous
    array = array.astype(array.dtype.newbyteorder("="))
    kind = array.dtype.str[1:].replace("b1", "?")
    if kind not in DTYPES or array.ndim > MOST_AXES or array.size > MOST_PIXELS:
        raise TypeError(f"Arrays of {array.dtype} and shape {array.shape} are not for tokens.")
    flat = array.ravel("F" if by_columns else "C")
    form, data = _stored(flat)
    return (
        bytes([(BY_COLUMNS if by_columns else BY_ROWS) + array.ndim])
        + bytes([DTYPES.index(kind) * 16 + form])
        + b"".join(map(_whole, array.shape))
        + data
    )


def _stored(flat):
    """Return the shortest form in which every bit of some values comes back, and the bytes."""
    with np.errstate(all="ignore"):
        bits = flat.astype(bool)
        if bits.astype(flat.dtype).tobytes() == flat.tobytes():
            return BITS, np.packbits(bits).tobytes()
        for form in SHORTEST_FIRST:
            stored = flat.astype("<" + DTYPES[form])
            if stored.astype(flat.dtype).tobytes() == flat.tobytes():
                return form, stored.tobytes()
    raise TypeError("These values cannot be part of a token.")
