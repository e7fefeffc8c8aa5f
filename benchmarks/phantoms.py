"""How well a skull removal does on drawn heads and on the landmarks of real ones.

    python -m benchmarks.phantoms --heads 200 --seed other --solution tests/right/skull_removal/*.py

By default, the reference solution is tried.
"""

from __future__ import annotations

import argparse
import runpy
from pathlib import Path
from statistics import median

from hypothesis import given

from autograder.authoring.check import check
from autograder.authoring.failures import WrongResult
from autograder.exercises.skull_removal.assertions import (
    BRAIN_KEPT,
    REST_KEPT,
    VENTRICLES_KEPT,
    assert_landmarks,
    kept_share,
)
from autograder.exercises.skull_removal.landmarks import B0, SAGITTAL
from autograder.exercises.skull_removal.strategies import flat_head_volumes, head_volumes, heads
from autograder.imaging.overlap import dice

TRIED = (
    (heads, "remove_skull", SAGITTAL),
    (head_volumes, "remove_skull_3d", B0),
    (flat_head_volumes, "remove_skull_3d", B0),
)


def drawn(strategy, count, seed):
    """Return heads that a strategy draws for a seed."""

    @check(points=1, examples=count)
    @given(head=strategy())
    def any_head(remove_skull, head):
        """Any head."""

    return [example["head"] for example in any_head.draws.examples(seed)]


def shares(function, head):
    """Return Dice, and what a function keeps: of brain, ventricles, scalp with bone, background.

    The fluid around the brain may stay or go, and does not count.
    """
    result = function(head.image.copy())
    brain = head.brain & ~head.ventricles
    tissues = (brain, head.ventricles, head.scalp_and_bone, head.background)
    decided = brain | head.scalp_and_bone | head.background
    found = (result != 0) & decided
    return dice(found, brain & (head.image != 0)), *(
        kept_share(result, head.image, tissue) for tissue in tissues
    )


def holds(found):
    """Return whether all claims about shares hold; a share of nothing is fine."""
    _, brain, ventricles, scalp, background = found
    too_little = brain < BRAIN_KEPT or ventricles < VENTRICLES_KEPT
    return not (too_little or scalp > REST_KEPT or background > REST_KEPT)


def landmarks_hold(function, head):
    """Return whether all landmarks of a real head are on their side."""
    try:
        assert_landmarks(function(head.picture()), head)
    except WrongResult:
        return False
    return True


def line(function, heads_drawn, real):
    """Return the figures of one function."""
    found = [shares(function, head) for head in heads_drawn]
    good, values = sum(map(holds, found)), [each[0] for each in found]
    landmarks = "hold" if landmarks_hold(function, real) else "FAIL"
    return (
        f"{good} of {len(found)} right; Dice {median(values):.4f} at the median, "
        f"{min(values):.4f} at worst; landmarks {landmarks}"
    )


def main():
    """Print the figures for both functions of every solution."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--heads", type=int, default=200)
    parser.add_argument("--seed", default="phantoms")
    parser.add_argument("--solution", nargs="+", default=["reference/skull_removal/solution.py"])
    names = [strategy.__name__ for strategy, _, _ in TRIED]
    parser.add_argument("--only", nargs="+", choices=names, default=names)
    options = parser.parse_args()
    for strategy, name, real in TRIED:
        if strategy.__name__ not in options.only:
            continue
        heads_drawn = drawn(strategy, options.heads, options.seed)
        for path in options.solution:
            function = runpy.run_path(path)[name]
            figures = line(function, heads_drawn, real)
            print(f"{strategy.__name__}, {Path(path).stem}: {figures}", flush=True)


if __name__ == "__main__":
    main()
