"""Ends the process in the middle of a call."""

import os


def convolve2d(image, kernel):
    os._exit(0)
