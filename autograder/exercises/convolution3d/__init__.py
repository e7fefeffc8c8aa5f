"""Filtering a volume with a kernel: `convolve3d`."""

from autograder.authoring.forbidden import WEIGHTED_SUMS

TITLE = "3-D convolution"
FUNCTIONS = {"convolve3d": ("volume", "kernel")}
FORBIDDEN = WEIGHTED_SUMS
