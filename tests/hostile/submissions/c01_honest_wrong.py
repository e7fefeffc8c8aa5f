"""Honest and wrong: halves the image."""

def convolve2d(image, kernel):
    return image * 0.5
