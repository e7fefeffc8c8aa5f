"""Honest and wrong: gives zeros."""

def convolve2d(image, kernel):
    return image * 0.0
