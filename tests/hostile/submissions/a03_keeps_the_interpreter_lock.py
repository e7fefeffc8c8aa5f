"""Backtracks in compiled code, where no Python signal handler gets a turn."""

import re


def convolve2d(image, kernel):
    re.match(r"(a+)+$", "a" * 50 + "b")
    return image * 0.5
