"""Filtering an image with a kernel: `convolve2d`."""

from autograder.authoring.forbidden import WEIGHTED_SUMS

TITLE = "2-D convolution"
FUNCTIONS = {"convolve2d": ("image", "kernel")}
QUESTIONS = {"Why these greys?": 4, "What do the Sobel filters emphasise?": 6}
FORBIDDEN = WEIGHTED_SUMS
