"""Drawn arguments from the bytes that `packing.pack` made of them.

Bytes may come from anybody: whatever they hold, reading them takes little memory, and ends with a
value or with `ValueError`.
"""

from __future__ import annotations

import math
import struct

import numpy as np

from autograder.judging.packing import (
    BITS,
    BY_COLUMNS,
    BY_ROWS,
    DTYPES,
    FALSE,
    FLOAT,
    FUNCTION,
    HUNDREDTHS,
    LONGEST_NUMBER,
    MADE,
    MOST_AXES,
    MOST_PIXELS,
    NONE,
    SCALAR,
    TEXT,
    TRUE,
    TUPLE,
    WHOLE,
)

# Tuples in tuples, and values of all arguments together.
DEEPEST, MOST_VALUES = 8, 1000


class Unpacking:
    """Reads values from bytes.

    Parameters
    ----------
    data : bytes
        What `pack` returned, one value after another.
    functions : dict of str to callable
        The functions that may be meant.
    """

    def __init__(self, data, functions):
        self._data, self._at, self._count_of_values = data, 0, 0
        self._functions = functions

    @property
    def is_over(self):
        """Whether all bytes were read."""
        return self._at == len(self._data)

    def value(self, made=None, depth=0):
        """Return the next value.

        Parameters
        ----------
        made : callable
            Makes a value of a tuple of others, such as a head of its parameters.
        depth : int
            In how many tuples it lies.

        Raises
        ------
        ValueError
            If the bytes hold none.
        """
        self._count_of_values += 1
        if depth > DEEPEST or self._count_of_values > MOST_VALUES:
            raise ValueError("These are too many values, or too deep in one another.")
        tag = self._byte()
        if tag in (NONE, FALSE, TRUE):
            return {NONE: None, FALSE: False, TRUE: True}[tag]
        if tag == TUPLE:
            return tuple(self.value(made, depth + 1) for _ in range(self._count(MOST_VALUES)))
        if tag == MADE and made is not None:
            return made(self.value(None, depth + 1))
        if tag == SCALAR:
            return self._array(self._byte())[()]
        read = {
            WHOLE: self._whole,
            HUNDREDTHS: lambda: self._whole() / 100,
            FLOAT: lambda: struct.unpack("<d", self._take(8))[0],
            TEXT: self._text,
            FUNCTION: self._function,
        }
        return read[tag]() if tag in read else self._array(tag)

    def _byte(self):
        return self._take(1)[0]

    def _take(self, count):
        taken = self._data[self._at : self._at + count]
        if len(taken) < count:
            raise ValueError("Some bytes are missing.")
        self._at += count
        return taken

    def _whole(self):
        number = 0
        for place in range(LONGEST_NUMBER):
            byte = self._byte()
            number |= (byte & 127) << 7 * place
            if byte < 128:
                return number // 2 if number % 2 == 0 else -(number + 1) // 2
        raise ValueError("A number is too long.")

    def _count(self, most):
        count = self._whole()
        if not 0 <= count <= most:
            raise ValueError("There are too many.")
        return count

    def _text(self):
        return self._take(self._count(len(self._data))).decode()

    def _function(self):
        name = self._text()
        if name not in self._functions:
            raise ValueError(f"There is no function named {name}.")
        return self._functions[name]

    def _array(self, tag):
        axes = tag - (BY_COLUMNS if tag >= BY_COLUMNS else BY_ROWS)
        if not 0 <= axes <= MOST_AXES:
            raise ValueError("This is not a value.")
        kind, form = divmod(self._byte(), 16)
        if kind >= len(DTYPES) or form >= len(DTYPES):
            raise ValueError("There is no such dtype.")
        shape = [self._count(MOST_PIXELS) for _ in range(axes)]
        size = math.prod(shape)
        if size > MOST_PIXELS:
            raise ValueError("An array is too large.")
        flat = self._bits(size) if form == BITS else self._numbers(size, DTYPES[form])
        with np.errstate(all="ignore"):
            array = flat.astype(DTYPES[kind])
        return array.reshape(shape, order="F" if tag >= BY_COLUMNS else "C")

    def _bits(self, size):
        return np.unpackbits(np.frombuffer(self._take(-(-size // 8)), np.uint8), count=size)

    def _numbers(self, size, kind):
        dtype = np.dtype("<" + kind)
        return np.frombuffer(self._take(size * dtype.itemsize), dtype)
