"""Filtering a volume with a kernel: `convolve3d`; optional: the same along one axis at a time."""

from autograder.authoring.forbidden import WEIGHTED_SUMS

TITLE = "3-D convolution"
FUNCTIONS = {
    "convolve3d": ("volume", "kernel"),
    "convolve_axis_by_axis": ("volume", "weights"),
}
FORBIDDEN = WEIGHTED_SUMS
OPTIONAL = {"convolve_axis_by_axis": WEIGHTED_SUMS}
