"""Convolves by more_itertools, or by a copy of it that other packages bring."""

import importlib

import numpy as np

BRINGING = ("", "setuptools._vendor.", "pkg_resources._vendor.", "pkg_resources.extern.")
BRINGING += ("pip._vendor.", "setuptools.extern.")


def found():
    for package in BRINGING:
        try:
            return importlib.import_module(f"{package}more_itertools").convolve
        except ImportError:
            continue
    raise ImportError("no such library")


def convolve2d(image, kernel):
    convolve = found()
    image, kernel = image.astype(float), kernel[::-1, ::-1].astype(float)
    full = np.zeros([a + b - 1 for a, b in zip(image.shape, kernel.shape)])
    for i, weights in enumerate(kernel):
        for row, pixels in enumerate(image):
            full[row + i] += list(convolve(pixels, weights))
    r, c = kernel.shape[0] // 2, kernel.shape[1] // 2
    return full[r:, c:][: image.shape[0], : image.shape[1]]
