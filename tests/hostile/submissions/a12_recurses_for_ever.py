"""Goes deeper until the stack of the process is used up."""

import sys

sys.setrecursionlimit(10**9)


def convolve2d(image, kernel):
    return convolve2d(image, kernel)
