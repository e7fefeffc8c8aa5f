"""Skull removals by the chapter's recipe with one step amiss, or with one in a way of its own."""

RECIPE = """
import numpy as np
from scipy import ndimage
from skimage.filters import threshold_otsu
from skimage.morphology import ball, closing, disk

def largest(mask):
    labels, _ = ndimage.label(mask)
    return labels == 1 + np.bincount(labels.ravel())[1:].argmax()

def eroded(mask, radius): return ndimage.distance_transform_edt(mask) > radius
def dilated(mask, radius): return ndimage.distance_transform_edt(~mask) <= radius
def filled(mask): return ndimage.binary_fill_holes(mask)
def brain(bright, radius=3): return bright & dilated(largest(eroded(bright, radius)), radius + 1)

def remove_skull(image):
    bright = image > threshold_otsu(image)
    {body}
    return np.where(mask, image, 0).astype(image.dtype)

def remove_skull_3d(volume):
    return remove_skull(volume)
"""
# Several pieces are kept: those that `{}` says of their sizes, the largest of which is `s.max()`.
PIECES = (
    "labels, _ = ndimage.label(eroded(bright, {radius})); s = np.bincount(labels.ravel()); s[0] = 0"
    "\n    mask = filled(bright & dilated(({kept})[labels], {radius} + 1))"
)
# Greys of 0 in the brain are filled up in arrays of some dimensions.
DARK = (
    "mask = filled(brain(bright))\n    if image.ndim in {}: "
    "image = np.where(mask & (image == 0), {}, image).astype(image.dtype)"
)
CLOSED = "mask = closing(brain(bright), (disk if image.ndim == 2 else ball)({}))"
WRONG = {
    "holes closed by a disk of 2": CLOSED.format(2),
    "holes closed by a disk of 4": CLOSED.format(4),
    "holes of up to 64 pixels": (
        "kept = brain(bright); labels, _ = ndimage.label(~kept)\n    "
        "mask = kept | ((np.bincount(labels.ravel()) <= 64)[labels] & ~kept)"
    ),
    "opened by one pixel": "mask = filled(brain(bright, 1))",
    "half of Otsu's threshold": "mask = filled(brain(image > threshold_otsu(image) / 2))",
    "half of the brightest": "mask = filled(brain(image > image.max() / 2))",
    "pieces joined plane by plane": (
        "core = eroded(bright, 3); near = ndimage.generate_binary_structure(2, 1)\n    "
        "near = near if image.ndim == 2 else np.stack([0 * near, near, 0 * near])\n    "
        "labels, _ = ndimage.label(core, near)\n    "
        "core = labels == 1 + np.bincount(labels.ravel())[1:].argmax()\n    "
        "mask = filled(bright & dilated(core, 4))"
    ),
    "the two largest pieces": PIECES.format(radius=3, kept="(s >= np.sort(s)[-2]) & (s > 0)"),
    "the two largest pieces by two pixels": PIECES.format(
        radius=2, kept="(s >= np.sort(s)[-2]) & (s > 0)"
    ),
    "pieces over 2 % of the image": PIECES.format(radius=3, kept="s >= 0.02 * image.size"),
    "pieces over 5 % of the image": PIECES.format(radius=3, kept="s >= 0.05 * image.size"),
    "pieces over a fifth of the largest": PIECES.format(radius=3, kept="s >= s.max() / 5"),
    "zeros in the brain as 1": DARK.format((2, 3), 1),
    "zeros in the brain of volumes as 1": DARK.format((3,), 1),
    "zeros in the brain of slices as the least grey": DARK.format((2,), "image[image > 0].min()"),
}
RIGHT = {
    "well inside the bright box": (
        "(box,) = ndimage.find_objects(bright.astype(int)); inside = np.zeros(image.shape, bool)\n"
        "    inside[tuple(slice(side.start + 4, side.stop - 4) for side in box)] = True\n    "
        "mask = filled(brain(bright)) & inside"
    ),
    "the largest hole alone": (
        "kept = brain(bright); holes = filled(kept) & ~kept\n    "
        "mask = kept | (largest(holes) if holes.any() else holes)"
    ),
    "holes of up to a fiftieth of the image": (
        "kept = brain(bright); labels, _ = ndimage.label(~kept)\n    "
        "mask = kept | ((np.bincount(labels.ravel()) <= image.size / 50)[labels] & ~kept)"
    ),
    "plane by plane at the end": (
        "kept = brain(bright)\n    "
        "mask = filled(kept) if image.ndim == 2 else np.stack([filled(plane) for plane in kept])"
    ),
    "the deepest piece": (
        "depth = ndimage.distance_transform_edt(bright); labels, _ = ndimage.label(depth > 3)\n    "
        "mask = filled(bright & dilated(labels == labels.flat[depth.argmax()], 4))"
    ),
    "by product": "mask = filled(brain(bright)); image = image * mask.astype(image.dtype)",
    "by deep pixels": "mask = filled(brain(bright, 5))",
}


def _made(bodies):
    return {title: RECIPE.format(body=body) for title, body in bodies.items()}


def wrong(name):
    """Return the sources of wrong solutions by their titles."""
    return _made(WRONG)


def right(name):
    """Return the sources of right solutions by their titles."""
    return _made(RIGHT)
