"""Stops its process without ending it."""

import os
import signal


def convolve2d(image, kernel):
    os.kill(os.getpid(), signal.SIGSTOP)
    return image * 0.5
