"""Returns an array and changes it from a thread."""

import threading
import time


def convolve2d(image, kernel):
    answer = image * 0.0

    def later():
        time.sleep(0.005)
        answer[...] = 1e9

    threading.Thread(target=later, daemon=True).start()
    return answer
