"""Whether the numbers in the reference's skull removal matter: each is tried beside others.

    python -m benchmarks.constants --heads 60
    python -m benchmarks.constants --head T1.nii.gz --brain MASK.nii.gz

The other numbers stay as they are. On drawn heads, the figure is how many come out right. With a
real head it is Dice for voxels of 2, 3 and 4 mm: as it is, half of it, and with noise and drift.
"""

from __future__ import annotations

import argparse
import runpy
from functools import partial

import numpy as np

from autograder.exercises.skull_removal.strategies import flat_head_volumes, head_volumes, heads
from autograder.imaging.overlap import dice
from benchmarks.phantoms import drawn, holds, shares
from benchmarks.real_heads import drifting, noisy, opened, resampled

SETTINGS = {
    "share": (0.5, 0.55, 0.6, 0.65, 0.7, 0.75),
    "smallest": (1, 1.5, 2, 2.5, 3, 4),
    "part": (10, 20, 30, 40, 60, 80),
}
MILLIMETRES = (2, 3, 4)


def main():
    """Print one line for every setting of every number."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--heads", type=int, default=60)
    parser.add_argument("--head")
    parser.add_argument("--brain")
    options = parser.parse_args()
    find = runpy.run_path("reference/skull_removal/solution.py")["_brain"]
    if options.head:
        _print_lines(find, _dice_on(_real_heads(options.head, options.brain)))
    else:
        kinds = (heads, head_volumes, flat_head_volumes)
        _print_lines(find, _right_of([drawn(kind, options.heads, "constants") for kind in kinds]))


def _print_lines(find, figures):
    for name, values in SETTINGS.items():
        for value in values:
            brain_of = partial(find, **{name: value})
            print(f"{name} = {value}:", figures(brain_of), flush=True)


def _right_of(kinds):
    """Return a function that says on how many drawn heads of each kind a mask is right."""

    def figures(brain_of):
        def remove(image):
            return np.where(brain_of(image), image, 0)

        right = [sum(holds(shares(remove, head)) for head in kind) for kind in kinds]
        return ", ".join(f"{n} of {len(kind)}" for n, kind in zip(right, kinds, strict=True))

    return figures


def _dice_on(real):
    """Return a function that says how well masks agree with those of real heads."""

    def figures(brain_of):
        found = [dice(brain_of(head), brain) for head, brain in real]
        return f"Dice {min(found):.3f} at worst, {np.median(found):.3f} at the median"

    return figures


def _real_heads(head_file, brain_file):
    """Return heads with masks of their brains: as it is, half, with noise and drift both ways."""
    volume, mask, sides = opened(head_file, brain_file)
    found = []
    for size in MILLIMETRES:
        head, brain = resampled(volume, mask, sides / size)
        half = np.s_[:, :, head.shape[2] // 2 :]
        found += [(head, brain), (head[half], brain[half])]
        found += [(noisy(drifting(head, drift, 0), brain, 0.05), brain) for drift in (0.3, -0.3)]
    return found


if __name__ == "__main__":
    main()
