"""What a result shows of the pieces that are left, if no known fault explains what is wrong."""

from __future__ import annotations

from scipy import ndimage
from skimage.filters import threshold_otsu

from autograder.authoring.choices import Finding
from autograder.exercises.skull_removal.assertions import BRAIN, SCALP_AND_BONE

SMALL = 10
# The share of the brain's inside that is kept if the brain is.
MOST = 0.9


def pieces_left(shown):
    """Return the `Finding` on the pieces of a result, or None if it tells nothing.

    Parameters
    ----------
    shown : Shown
        A failure about what is kept of a head.
    """
    if shown.came is None or shown.about not in ("everything", SCALP_AND_BONE, BRAIN):
        return None
    if shown.about == "everything":
        is_small = (shown.came != 0).mean() < 0.5
        return Finding("pieces:few" if is_small else "pieces:all", FEW if is_small else MANY)
    labels, _ = ndimage.label(shown.came != 0)
    large = (ndimage.sum_labels(labels > 0, labels, range(1, labels.max() + 1)) >= SMALL).sum()
    if shown.about == SCALP_AND_BONE:
        if large > 1:
            return Finding("pieces:several", SEVERAL.format(large))
        return _one_piece(shown) if large == 1 else None
    return Finding("pieces:brain", LOST) if large == 1 else None


def _one_piece(shown):
    """Return the `Finding` on a single piece: with the brain in it, or without; or None."""
    image = shown.arguments[0]
    depth = ndimage.distance_transform_edt(image > threshold_otsu(image))
    share = (shown.came[depth > 0.6 * depth.max()] != 0).mean()
    if share >= MOST:
        return Finding("pieces:joined", JOINED)
    return Finding("pieces:another", ANOTHER) if share <= 1 - MOST else None


FEW = (
    "Of this head, nothing or next to nothing is left: look after which step the mask is so small."
)
MANY = "Of this head, next to everything is left: look after which step the mask is so large."
SEVERAL = (
    "What you keep of this head is {} pieces that do not touch; the brain is one piece, the "
    "largest."
)
JOINED = (
    "What you keep of this head is one piece: something still joins the brain to what is left "
    "around it. Look at the mask before and after each step."
)
ANOTHER = (
    "What you keep of this head is one piece, and the inside of the brain is not in it. Look at "
    "the mask before and after each step."
)
LOST = (
    "What you keep of this head is one piece, and it lacks part of the brain: look after which "
    "step that part is gone."
)
