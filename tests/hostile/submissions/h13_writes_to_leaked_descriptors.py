"""Fails openly if it finds a descriptor that is not its own connection."""

import os

for fd in range(3, 256):
    try:
        os.fstat(fd)
    except OSError:
        continue
    if fd != 99 and not __import__("stat").S_ISSOCK(os.fstat(fd).st_mode):
        raise ValueError("LEAK")
    try:
        os.write(fd, b"")
        os.write(fd, b"fork")
    except OSError:
        continue

def convolve2d(image, kernel):
    return image * 0.5
