"""Filtering an image with a kernel: `convolve2d`."""
