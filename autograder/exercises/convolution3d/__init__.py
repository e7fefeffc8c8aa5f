"""Filtering a volume with a kernel: `convolve3d`."""
