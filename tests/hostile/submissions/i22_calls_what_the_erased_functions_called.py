"""Finds in NumPy's symbols what its correlation calls, and calls that."""

import ctypes
import struct

import numpy as np

KNOWN, WANTED = "array_count_nonzero", "_pyarray_correlate"


def symbols(path):
    with open(path, "rb") as file:
        data = file.read()
    (start,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, start + i * size) for i in range(count)]
    for each in sections:
        if each[1] == 2:  # the table of symbols
            names = sections[each[6]][4]
            for place in range(each[4], each[4] + each[5], 24):
                name, _, _, _, value, _ = struct.unpack_from("<IBBHQQ", data, place)
                end = data.index(b"\0", names + name)
                yield data[names + name : end].decode(), value


def found():
    core = np._core._multiarray_umath
    table = dict(symbols(core.__file__))
    entry = ctypes.c_void_p.from_address(id(core.count_nonzero) + object.__basicsize__).value
    known = ctypes.c_void_p.from_address(entry + 8).value
    kinds = (ctypes.py_object, ctypes.py_object, ctypes.c_int, ctypes.c_int, ctypes.c_void_p)
    function = ctypes.PYFUNCTYPE(ctypes.py_object, *kinds)
    return function(known - table[KNOWN] + table[WANTED])


def convolve2d(image, kernel):
    correlate, inverted = found(), ctypes.c_int()
    image, kernel = image.astype(float), kernel.astype(float)
    full = np.zeros([a + b - 1 for a, b in zip(image.shape, kernel.shape)])
    for i, weights in enumerate(kernel[::-1]):
        for row, pixels in enumerate(image):
            line = correlate(pixels, weights.copy(), 12, 2, ctypes.addressof(inverted))
            full[row + i] += line[::-1] if inverted.value else line
    r, c = kernel.shape[0] // 2, kernel.shape[1] // 2
    return full[r:, c:][: image.shape[0], : image.shape[1]]
