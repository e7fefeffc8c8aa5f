"""Never gets past its first statement."""

while True:
    pass

def convolve2d(image, kernel):
    return image * 0.5
