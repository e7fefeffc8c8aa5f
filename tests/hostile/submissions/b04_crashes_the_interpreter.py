"""Makes the interpreter crash."""

import faulthandler


def convolve2d(image, kernel):
    faulthandler._sigsegv()
