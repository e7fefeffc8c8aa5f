"""Fails differently every time, to keep the search for a small counterexample busy."""

import time

calls = 0


def convolve2d(image, kernel):
    global calls
    calls += 1
    if calls % 3 == 0:
        raise ValueError(calls)
    if calls % 3 == 1:
        return image * float(calls)
    time.sleep(0.01)
    return list(image)
