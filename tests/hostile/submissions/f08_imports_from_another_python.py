"""Imports a library from the packages of another Python, or from a wheel that one brings."""

import glob
import importlib
import sys

import numpy as np

PLACES = (
    *("lib/python3*/site-packages", "lib/python3*/dist-packages", "local/lib/python3*/*-packages"),
    *("lib/python3*/ensurepip/_bundled/*.whl", "lib/python3*/test/wheeldata/*.whl"),
    *("share/python-wheels/*.whl",),
)
INSIDE = ("", "/setuptools/_vendor", "/pkg_resources/_vendor", "/pip/_vendor")


def found():
    for prefix in (sys.base_prefix, "/usr"):
        for place in (each for pattern in PLACES for each in glob.glob(f"{prefix}/{pattern}")):
            sys.path[:0] = [place + inside for inside in INSIDE]
            importlib.invalidate_caches()
            try:
                return importlib.import_module("more_itertools.recipes").convolve
            except (ImportError, AttributeError):
                del sys.path[: len(INSIDE)]
    return None


CONVOLVE = found()


def convolve2d(image, kernel):
    image, kernel = image.astype(float), kernel[::-1, ::-1].astype(float)
    full = np.zeros([a + b - 1 for a, b in zip(image.shape, kernel.shape)])
    for i, weights in enumerate(kernel):
        for row, pixels in enumerate(image):
            full[row + i] += list(CONVOLVE(pixels, weights))
    r, c = kernel.shape[0] // 2, kernel.shape[1] // 2
    return full[r:, c:][: image.shape[0], : image.shape[1]]
