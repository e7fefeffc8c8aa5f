"""Hypothesis strategies for volumes and their kernels: a few voxels, as they add up fast."""

from __future__ import annotations

from autograder.authoring.strategies import (
    ODD_SIDES,
    WHOLE_NUMBERS,
    images,
    kernels,
    square_images,
)


def volumes(values=WHOLE_NUMBERS, smallest=1, largest=4):
    """Volumes of shape (1, 1, 1) to (4, 4, 4), cubes seldom."""
    return images(3, values, smallest, largest)


def cubes(values=WHOLE_NUMBERS, smallest=1, largest=3):
    """Volumes of shape (1, 1, 1), (2, 2, 2) or (3, 3, 3), if shape is not the point."""
    return square_images(3, values, smallest, largest)


def kernels_3d(values=WHOLE_NUMBERS, sides=ODD_SIDES):
    """Kernels with sides of 1, 3 or 5: boxes mostly."""
    return kernels(3, values, sides)


def cubic_kernels(values=WHOLE_NUMBERS):
    """Kernels of three planes, rows and columns."""
    return kernels(3, values, sides=(3,))
