"""Keeps every file open that it opens."""

kept = []


def convolve2d(image, kernel):
    for _ in range(100_000):
        kept.append(open("/dev/null"))
    return image * 0.0
