"""Returns rows that are still to be made."""

def convolve2d(image, kernel):
    return (row for row in image)
