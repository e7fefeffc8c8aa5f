"""Make a class: right in several styles, mistaken, unfinished, with errors, and looping.

Run as ``python -m benchmarks.class_of N FOLDER``: N students hand in one exercise each, in turn.
The same N gives the same class, to the byte.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from itertools import cycle
from pathlib import Path

from autograder.authoring.stub import stub_of
from autograder.exercises import load_exercise
from autograder.judging.verify import solution

ROOT = Path(__file__).resolve().parents[1]

# Of a hundred students. Every class of ten or more has somebody whose loop does not end.
SHARES = {"right": 50, "mistaken": 35, "unfinished": 10, "with a syntax error": 4, "looping": 1}

# What a mistaken student's function returns, where `right` is one of the right solutions.
MISTAKES = {
    "convolution": {
        "flipped": ("convolve2d", "right(image, kernel[::-1, ::-1])"),
        "transposed": ("convolve2d", "right(image, kernel.T)"),
        "clipped": ("convolve2d", "np.clip(right(image, kernel), 0, 255)"),
        "cut to integers": ("convolve2d", "right(image, kernel).astype(int)"),
        "one row off": ("convolve2d", "np.roll(right(image, kernel), 1, axis=0)"),
        "border left out": ("convolve2d", "np.pad(right(image, kernel)[1:-1, 1:-1], 1)"),
    },
    "convolution3d": {
        "flipped": ("convolve3d", "right(volume, kernel[::-1, ::-1, ::-1])"),
        "one plane off": ("convolve3d", "np.roll(right(volume, kernel), 1, axis=0)"),
        "border left out": ("convolve3d", "np.pad(right(volume, kernel)[1:-1, 1:-1, 1:-1], 1)"),
        "normalised": ("convolve3d", "right(volume, kernel) / max(kernel.sum(), 1)"),
    },
    "tophat": {
        "closing for opening": ("opening", "closing(image, footprint)"),
        "white and black swapped": ("white_tophat", "black_tophat(image, footprint)"),
        "sign": ("black_tophat", "-right(image, footprint)"),
        "one column off": ("closing", "np.roll(right(image, footprint), 1, axis=1)"),
    },
    "skull_removal": {
        "mask returned": ("remove_skull", "(right(image) > 0).astype(image.dtype)"),
        "nothing removed": ("remove_skull_3d", "volume.copy()"),
        "dark pixels only": ("remove_skull", "np.where(image > image.mean(), image, 0)"),
        "slice by slice": ("remove_skull_3d", "np.stack([remove_skull(s) for s in volume])"),
    },
}
WRAPPED = """

import numpy as np

right = {function}


def {function}({parameters}):
    return {result}
"""
LOOPING = """

def {function}({parameters}):
    while True:
        pass
"""


def submissions(count):
    """Return what the students of a class hand in.

    Parameters
    ----------
    count : int
        How many there are.

    Returns
    -------
    class : list of (str, str, str, str)
        Student, exercise, kind (one of `SHARES`) and source of each.
    """
    kinds = [kind for kind, share in SHARES.items() for _ in range(round(count * share / 100))]
    kinds = (["looping", *kinds] if "looping" not in kinds and count >= 10 else kinds)[:count]
    kinds += ["right"] * (count - len(kinds))
    random.Random(count).shuffle(kinds)
    makers = {kind: {name: sources(kind, name) for name in MISTAKES} for kind in SHARES}
    made = []
    for number, (kind, name) in enumerate(zip(kinds, cycle(MISTAKES), strict=False), start=1):
        made.append((f"student_{number:03}", name, kind, next(makers[kind][name])))
    return made


def sources(kind, name):
    """Return an endless iterator over submissions of a kind to an exercise, each other in turn."""
    styles = [path.read_text() for path in sorted((ROOT / "tests/right" / name).glob("*.py"))]
    stub = stub_of(solution(name, ROOT)).module(f"Exercise: {name}.")
    parameters = {f: ", ".join(names) for f, names in load_exercise(name).parameters.items()}
    last = list(parameters)[-1]
    if kind == "right":
        return cycle(styles)
    if kind == "mistaken":
        return mistaken(cycle(styles), parameters, MISTAKES[name].values())
    if kind == "unfinished":
        return cycle([stub, half_done(styles[0], stub, last)])
    if kind == "looping":
        return cycle([styles[0] + LOOPING.format(function=last, parameters=parameters[last])])
    return cycle([style + f"\n\ndef {last}({parameters[last]}:\n" for style in styles])


def mistaken(styles, parameters, mistakes):
    """Yield a right solution in ever other styles, made wrong in ever other ways."""
    for style, (function, result) in zip(styles, cycle(mistakes), strict=False):
        text = {"function": function, "parameters": parameters[function], "result": result}
        yield style + WRAPPED.format(**text)


def half_done(right, stub, last):
    """Return a right solution whose last function is still as it was handed out."""
    return f"{right}\n\n{stub[stub.index(f'def {last}(') :]}"


def main():
    """Write the class, and say what it is made of."""
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    made = submissions(count)
    for student, name, _, source in made:
        (folder / student).mkdir(parents=True)
        (folder / student / f"{name}.py").write_text(source, encoding="utf-8")
    print(mix(made))


def mix(made):
    """Return what a class is made of, as a sentence."""
    kinds = Counter(kind for _, _, kind, _ in made)
    different = len({source for _, _, _, source in made})
    parts = ", ".join(f"{kinds[kind]} {kind}" for kind in SHARES if kinds[kind])
    return f"{len(made)} submissions, {different} of them different: {parts}."


if __name__ == "__main__":
    main()
