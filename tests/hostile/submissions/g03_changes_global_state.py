"""Turns every knob that is shared in the process."""

import locale
import os
import random
import sys

import numpy as np

np.seterr(all="raise")
np.set_printoptions(threshold=1)
sys.setrecursionlimit(80)
os.environ.clear()
os.chdir("/")
random.seed(0)
np.random.seed(0)
sys.path[:] = []
sys.stdout = sys.stderr = None

def convolve2d(image, kernel):
    return image * 0.5
