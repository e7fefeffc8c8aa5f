"""Takes an opening from a fresh copy of scikit-image."""

import importlib
import sys


def fresh(package):
    for name in [name for name in sys.modules if name.startswith(package)]:
        del sys.modules[name]
    return importlib.import_module(package)


def opening(image, footprint):
    return fresh("skimage.morphology").opening(image, footprint)
