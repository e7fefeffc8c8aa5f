"""Puts the hidden arguments into an error, ten thousand times."""

def convolve2d(image, kernel):
    raise ValueError("arguments: " + repr(image.tolist()) * 10_000)
