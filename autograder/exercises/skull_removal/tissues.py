"""Rules on what is left of the plain head: which step is missing, or goes too far."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import failures
from autograder.exercises.skull_removal.assertions import (
    BACKGROUND,
    BRAIN,
    SCALP_AND_BONE,
    VENTRICLES,
)
from autograder.exercises.skull_removal.observed import of_tissues

MOST, LEAST = 0.9, 0.1


def wrong_side(seen):
    """The brain is gone, or its inside, and other tissue is there."""
    left = seen.shares
    if left is None:
        return None
    if left.brain <= LEAST and left.scalp >= MOST and left.background >= MOST:
        return Finding("inverted_the_mask", INVERTED, is_all=True, explains=of_tissues())
    if left.background >= MOST and seen.kept[seen.inside].mean() < 0.5:
        return Finding("kept_the_background_instead", AROUND, is_all=True, explains=of_tissues())
    if left.brain > LEAST:
        return None
    if left.scalp >= 0.5 and left.background <= LEAST:
        return Finding("kept_the_scalp", SCALP, is_all=True, explains=of_tissues())
    if left.brain == 0 and left.scalp <= LEAST and left.background <= LEAST:
        return Finding("lost_the_brain", GONE, is_all=True, explains=_is_of_hardly_anything)
    return None


def _is_of_hardly_anything(shown):
    """Return whether brain is missing where hardly anything bright is left."""
    image = shown.arguments[0]
    bright = image > image.mean()
    is_of_brain = shown.about in ("everything", BRAIN, VENTRICLES)
    return is_of_brain and (shown.came != 0)[bright].mean() < 2 * LEAST


AROUND = (
    "The background around the head is left, and most of the inside of the brain is gone. Look at "
    "the mask after each step; in a labelled mask, 0 is the background and no piece."
)
INVERTED = "Inside and outside are swapped: the brain is gone, and everything else is there."
SCALP = "You kept the scalp instead of the brain: the brain is the largest piece."
GONE = (
    "The brain is gone, and so is the scalp: the piece that is kept is another, or the erosion "
    "leaves nothing of the brain."
)


def scalp(seen):
    """Scalp is left, though nothing joins it to the brain."""
    left = seen.shares
    if left is None or left.brain <= LEAST or left.scalp < 0.3:
        return None
    if left.bone >= MOST and left.background <= LEAST:
        explains = failures("everything", SCALP_AND_BONE)
        return Finding("kept_the_whole_head", WHOLE, explains=explains)
    if left.bone <= 0.3 and left.scalp >= 0.5 and _is_kept_far_out(seen):
        explains = failures("everything", SCALP_AND_BONE)
        return Finding("kept_every_piece", EVERY, explains=explains)
    return None


def _is_kept_far_out(seen):
    """Return whether the outer half of the scalp is kept as the inner one is."""
    bright = seen.head.image > seen.head.image[seen.head.brain].mean() / 2
    tissue = seen.head.scalp_and_bone & bright
    outer = tissue & (seen.height > np.median(seen.height[tissue]))
    return seen.kept[outer].mean() > 0.7 * seen.kept[tissue & ~outer].mean()


EVERY = (
    "Scalp is left even if nothing joins it to the brain: keep only the largest piece of the mask."
)
WHOLE = (
    "The whole head is kept, its dark bone too: look after which step the mask covers the bone, "
    "and remove the scalp before you fill holes."
)


def brain(seen):
    """The outer layers of the brain are missing."""
    left = seen.shares
    if left is None or not LEAST < left.brain < 0.95:
        return None
    tissue = seen.head.brain & ~seen.head.ventricles
    outer = tissue & (seen.depth <= 1)
    lost = tissue & ~seen.kept
    far = ~_near(seen.head.ventricles) & tissue & (seen.depth > 6)
    if lost[outer].mean() >= 0.8 and lost[far].sum() <= 0.02 * far.sum():
        is_even = _is_even(seen, tissue & ~_near(seen.head.ventricles))
        key = "eroded_without_dilating_back" if is_even else "lost_the_outer_layers"
        return Finding(key, THINNED if is_even else OUTER, explains=failures(BRAIN))
    return None


def _is_even(seen, tissue):
    """Return whether what is lost of a tissue is all that lies less deep than some depth."""
    return max((seen.kept == (seen.depth > d))[tissue].mean() for d in range(1, 9)) > 0.9


OUTER = "The outer layers of the brain are missing, and more of them at some sides than at others."


THINNED = (
    "The outer layers of the brain are missing: whatever an erosion takes from it, a dilation has "
    "to give back."
)


def _near(tissue, steps=7):
    """Return the pixels at most some steps from a tissue."""
    grown = tissue.copy()
    for _ in range(steps):
        for axis in range(tissue.ndim):
            grown |= np.roll(grown, 1, axis) | np.roll(grown, -1, axis)
    return grown


def ventricles(seen):
    """The ventricles are missing, though the brain around them is there."""
    left = seen.shares
    if left is None or left.brain <= 0.5 or left.ventricles >= 0.5:
        return None
    return Finding("punched_out_the_ventricles", HOLES, explains=failures(VENTRICLES))


HOLES = "The dark ventricles are missing, though they belong to the brain: fill the mask's holes."


def beyond(seen):
    """The mask reaches beyond the brain on all sides."""
    left = seen.shares
    if left is None or left.brain < MOST or left.scalp >= MOST or left.background >= 0.5:
        return None
    around = [((seen.height > d - 1) & (seen.height <= d)) for d in (1, 2, 3, 4)]
    shares = [seen.kept[ring].mean() for ring in around]
    if min(shares[:3]) < 0.95:
        return None
    explains = failures(SCALP_AND_BONE, BACKGROUND)
    return Finding("dilated_too_far", FAR.format(seen.pixels), explains=explains)


FAR = (
    "Your mask reaches three {} or more beyond the brain: grow it only as far as the erosion "
    "shrank it."
)


def background(seen):
    """Noise around the head is left."""
    left = seen.shares
    if left is None or left.brain < 0.5 or left.background <= 0.05:
        return None
    text = "Noise around the head is left: the threshold, or a step after it, lets background in."
    return Finding("kept_the_background", text, explains=failures(BACKGROUND))
