"""Raises SystemExit in a call."""

def convolve2d(image, kernel):
    raise SystemExit(0)
