"""Mistakes that people make with `dice_by_radius`."""

from __future__ import annotations

import numpy as np
from skimage.morphology import disk, erosion, opening

from autograder.authoring.misconception import misconception
from autograder.exercises.skull_removal import radius_checks as checks
from autograder.imaging.overlap import dice


@misconception(of="dice_by_radius", caught_by=checks.each_radius_has_its_dice)
def compared_the_erosion(mask, radii):
    """You compared the mask with its erosion; an opening also dilates afterwards.

    Show the mask that you compare: it should be as thick as before, and yours is thinner.

    Dilate with the same disk after the erosion, or call opening in the place of erosion.
    """
    return np.array([dice(erosion(mask, disk(radius)), mask) for radius in radii])


@misconception(of="dice_by_radius", caught_by=checks.each_radius_has_its_dice)
def took_the_share_that_is_left(mask, radii):
    """Your numbers are the share of the mask that is left, which is not Dice's coefficient.

    Work out 60 pixels of 100 by hand: Dice is 2 times 60 / (60 + 100), which is 0.75, and yours is
    0.6.

    Divide twice the common pixels by the sum of both sizes, or call dice of autograder.imaging.
    """
    return np.array([opening(mask, disk(radius)).sum() / mask.sum() for radius in radii])


@misconception(of="dice_by_radius", caught_by=checks.each_radius_has_its_dice)
def took_the_radius_for_the_width(mask, radii):
    """Your footprint is as wide as the radius; a disk is 2 * radius + 1 pixels wide.

    Print the shape of your footprint for radius 3: it should be (7, 7).

    Use disk(radius) as the footprint.
    """
    opened = [opening(mask, np.ones((radius, radius))) for radius in radii]
    return np.array([dice(each, mask) for each in opened])


@misconception(of="dice_by_radius", caught_by=checks.a_large_disk_keeps_less)
def measured_what_is_lost(mask, radii):
    """Your numbers say what is lost: they grow with the radius, and Dice falls.

    Compare the mask with itself: Dice of two equal masks is 1, and yours is 0.

    Return Dice itself, and do not subtract it from 1.
    """
    return np.array([1 - dice(opening(mask, disk(radius)), mask) for radius in radii])


MISCONCEPTIONS = (
    compared_the_erosion,
    took_the_share_that_is_left,
    took_the_radius_for_the_width,
    measured_what_is_lost,
)
