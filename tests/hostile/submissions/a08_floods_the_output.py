"""Prints a gigabyte."""

import sys

LINE = "x" * 1023 + "\n"


def convolve2d(image, kernel):
    for _ in range(1_000_000):
        sys.stdout.write(LINE)
    return image * 0.0
