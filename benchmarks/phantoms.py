"""How well a skull removal does on drawn heads and on the landmarks of real ones.

    python -m benchmarks.phantoms --heads 200 --seed other --solution FILE

By default, it is the reference solution that is tried.
"""

from __future__ import annotations

import argparse
import runpy
from statistics import median

from hypothesis import given

from autograder.authoring.check import check
from autograder.authoring.failures import WrongResult
from autograder.exercises.skull_removal.assertions import (
    BRAIN_KEPT,
    REST_KEPT,
    assert_landmarks,
    kept_share,
)
from autograder.exercises.skull_removal.landmarks import B0, SAGITTAL
from autograder.exercises.skull_removal.strategies import head_volumes, heads

TRIED = {"remove_skull": (heads, SAGITTAL), "remove_skull_3d": (head_volumes, B0)}


def drawn(strategy, count, seed):
    """Return heads that a strategy draws for a seed."""

    @check(points=1, examples=count)
    @given(head=strategy())
    def any_head(remove_skull, head):
        """Any head."""

    return [example["head"] for example in any_head.draws.examples(seed)]


def shares(function, head):
    """Return Dice, and the shares of the brain and of scalp and bone that a function keeps.

    The fluid around the brain may stay or go, and does not count.
    """
    result = function(head.image.copy())
    brain = head.brain & ~head.ventricles
    kept = kept_share(result, head.image, brain)
    rest = kept_share(result, head.image, head.scalp_and_bone)
    right, decided = brain & (head.image != 0), brain | head.scalp_and_bone | head.background
    mask = (result != 0) & decided
    return 2 * (mask & right).sum() / (mask.sum() + right.sum()), kept, rest


def landmarks_hold(function, head):
    """Return whether all landmarks of a real head are on their side."""
    try:
        assert_landmarks(function(head.picture()), head)
    except WrongResult:
        return False
    return True


def main():
    """Print the figures for both functions."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--heads", type=int, default=200)
    parser.add_argument("--seed", default="phantoms")
    parser.add_argument("--solution", default="reference/skull_removal/solution.py")
    options = parser.parse_args()
    solution = runpy.run_path(options.solution)
    for name, (strategy, real) in TRIED.items():
        heads_drawn = drawn(strategy, options.heads, options.seed)
        found = [shares(solution[name], head) for head in heads_drawn]
        good = sum(kept >= BRAIN_KEPT and rest <= REST_KEPT for _, kept, rest in found)
        dice = [each[0] for each in found]
        print(
            f"{name}: {good} of {len(found)} keep {BRAIN_KEPT:.0%} of the brain and at most "
            f"{REST_KEPT:.0%} of scalp and bone; Dice {median(dice):.4f} at the median, "
            f"{min(dice):.4f} at worst; landmarks {landmarks_hold(solution[name], real)}",
            flush=True,
        )


if __name__ == "__main__":
    main()
