"""Leaves many small files and odd names."""

import os

for number in range(10_000):
    with open(f"{number}", "w") as file:
        file.write("x")
for name in ("-rf", "a\nb", "\udcff", "=1+1", "%s", "x" * 255):
    os.mkdir(name)


def convolve2d(image, kernel):
    return image * 0.5
