"""Takes no notice of any signal that can be ignored, and of no exception."""

import signal
import time

for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM, signal.SIGXCPU):
    signal.signal(each, signal.SIG_IGN)


def convolve2d(image, kernel):
    while True:
        try:
            time.sleep(1)
        except BaseException:
            continue
