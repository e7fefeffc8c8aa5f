"""Reads the environment, the command line and the memory of every process."""

import glob
import os


def convolve2d(image, kernel):
    for folder in glob.glob("/proc/[0-9]*"):
        if folder == f"/proc/{os.getpid()}":
            continue
        for name in ("environ", "maps", "mem"):
            try:
                with open(f"{folder}/{name}", "rb", 0) as file:
                    file.read(1)
                raise ValueError("LEAK")
            except OSError:
                continue
    return image * 0.5
