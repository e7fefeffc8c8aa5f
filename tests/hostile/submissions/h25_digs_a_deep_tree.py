"""Leaves folders within folders, three thousand deep, with locked ones among them."""

import os

for depth in range(3000):
    os.mkdir("d")
    os.chdir("d")
    if depth % 500 == 0:
        os.mkdir("locked", 0)


def convolve2d(image, kernel):
    return image * 0.5
