"""Uses convolutions, and functions of other shapes, that NumPy compiles for its own tests."""

import importlib

import numpy as np

MODULES = ("_umath_tests", "_multiarray_tests", "_struct_ufunc_tests", "_rational_tests")


def found():
    for package in ("numpy._core", "numpy.core"):
        for name in MODULES:
            try:
                module = importlib.import_module(f"{package}.{name}")
            except ImportError:
                continue
            if hasattr(module, "conv1d_full"):
                return module.conv1d_full
    raise ImportError("no such function")


def convolve2d(image, kernel):
    convolve = found()
    image, kernel = image.astype(float), kernel[::-1, ::-1].astype(float)
    full = np.zeros([a + b - 1 for a, b in zip(image.shape, kernel.shape)])
    for i, weights in enumerate(kernel):
        for row, pixels in enumerate(image):
            full[row + i] += convolve(pixels, weights)
    r, c = kernel.shape[0] // 2, kernel.shape[1] // 2
    return full[r:, c:][: image.shape[0], : image.shape[1]]
