"""Leaves a file among the installed packages, and one in a cache of compiled modules."""

import pathlib

import numpy

for place in (pathlib.Path(numpy.__file__).parent, pathlib.Path(numpy.__file__).parent / "__pycache__"):
    try:
        (place / "left_by_a_submission.py").write_text("x = 1")
    except OSError:
        continue

def convolve2d(image, kernel):
    return image * 0.5
