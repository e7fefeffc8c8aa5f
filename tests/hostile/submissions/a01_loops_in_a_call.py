"""Never comes back from a call."""

def convolve2d(image, kernel):
    while True:
        pass
