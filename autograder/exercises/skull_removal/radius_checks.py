"""What `dice_by_radius` must do, on masks that are thick and thin; nobody has to write it.

The kit holds no function that does it: the expected numbers are put together here.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from hypothesis import given
from skimage.morphology import disk, opening

from autograder.authoring.assertions import assert_everywhere, assert_same_image, assert_shape
from autograder.authoring.check import check
from autograder.authoring.conduct import assert_unchanged
from autograder.authoring.strata import in_turn
from autograder.authoring.strategies import SEEDS
from autograder.imaging.overlap import dice

RADII = tuple(map(np.array, ([1, 2, 3, 4], [5, 2], [3])))
SMALL_AND_LARGE = np.array([1, 6])
# A small mask is shown as numbers, with a call to paste; in a large one a large disk fits.
SHAPES = {(30, 34): (6, 4, 2, 1), (11, 13): (2, 1)}
ROUNDING = 1e-6


@lru_cache(maxsize=32)
def _mask_of(number):
    """Return a mask of some disks and a bar, thick and thin; every other number has a small one.

    A small disk keeps more of it than a large one: not all of it is thick.
    """
    chance, shape = np.random.default_rng(number), tuple(SHAPES)[number % 2]
    mask = _drawn(chance, shape)
    while np.equal(*(opening(mask, disk(radius)).sum() for radius in SMALL_AND_LARGE)):
        mask = _drawn(chance, shape)
    mask.flags.writeable = False
    return mask


def _drawn(chance, shape):
    mask = np.zeros(shape, bool)
    for radius in SHAPES[shape]:
        at = [chance.integers(1, side - 2 * radius - 2) for side in shape]
        mask[tuple(slice(start, start + 2 * radius + 1) for start in at)] |= disk(radius) > 0
    mask[chance.integers(shape[0] // 6, 2 * shape[0] // 3), 3 : shape[1] - 3] = True
    return mask


def _assert_falls(result, rule="A large disk should keep less of the mask than a small one."):
    """Raise `WrongResult` unless the first of two numbers is the larger one."""
    assert_shape(result, (2,), "There should be one number for each radius.")
    assert_everywhere(result[:1] > result[1:], rule, result[:1], result[1:], "the number after it")


@check(points=0, examples=12)
@given(number=SEEDS, radii=in_turn(RADII))
def a_large_disk_keeps_less(dice_by_radius, number, radii):
    """Each radius gets a number, and a large disk a smaller one; mask and radii are unchanged."""
    call = dice_by_radius.observe(_mask_of(number), radii)
    assert_unchanged(call)
    assert_shape(call.result, radii.shape, "There should be one number for each radius.")
    _assert_falls(dice_by_radius(_mask_of(number), SMALL_AND_LARGE))


@check(points=0, examples_of=a_large_disk_keeps_less)
def each_radius_has_its_dice(dice_by_radius, number, radii):
    """Each number is Dice's coefficient of the mask and of its opening by a disk of that radius."""
    mask = _mask_of(number)
    expected = np.array([dice(opening(mask, disk(radius)), mask) for radius in radii])
    rule = "Each number should be Dice's coefficient of the mask and of its opening."
    assert_same_image(dice_by_radius(mask, radii), expected, ROUNDING, rule)


CHECKS = (a_large_disk_keeps_less, each_radius_has_its_dice)
