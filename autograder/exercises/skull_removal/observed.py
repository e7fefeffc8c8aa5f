"""A skull removal as it shows on a few heads made in code: how much of each tissue is left.

Nothing joins brain and scalp in the plain head, and the gap between them is wide, so that what is
left of it shows one step at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scipy import ndimage

from autograder.exercises.skull_removal.assertions import (
    BACKGROUND,
    BRAIN,
    SCALP_AND_BONE,
    VENTRICLES,
)
from autograder.imaging.phantoms import head

# The brain's grey value: dark enough that four times as bright still is a picture.
BRIGHTNESS = 120.0
# With a smaller brain, the scalp of a volume would be the larger piece, which no head may have.
PLAIN = {
    2: {"brain": (40, 44), "margins": 4, "folds": 1, "gap": 5, "scalp": 4},
    3: {"brain": (34, 34, 34), "margins": 2, "folds": 0, "gap": 3, "scalp": 3},
}
COMMON = {
    "ventricles": 0.2,
    "gap_brightness": 0.2,
    "scalp_brightness": 1.2,
    "noise": 0.02,
    "brightness": BRIGHTNESS,
    "seed": 4,
}


def plain_head(ndim, **other):
    """Return the plain head of so many dimensions, or one that differs from it in a few things."""
    return head(**(PLAIN[ndim] | COMMON | other))


@dataclass(frozen=True)
class _Shares:
    """The share that is kept of each tissue, from 0 to 1."""

    brain: float
    ventricles: float
    scalp: float
    bone: float
    background: float

    @property
    def is_right(self):
        """Whether the checks would be content."""
        return not self.wrong

    @property
    def wrong(self):
        """The tissues with which the checks would not be content."""
        holds = {
            BRAIN: self.brain >= 0.95,
            VENTRICLES: self.ventricles >= 0.5,
            SCALP_AND_BONE: max(self.scalp, self.bone) <= 0.05,
            BACKGROUND: self.background <= 0.05,
        }
        return tuple(tissue for tissue, is_right in holds.items() if not is_right)


class RemovalSeen:
    """What a few calls show of `remove_skull` or `remove_skull_3d`."""

    def __init__(self, ask):
        self.ask, self.name = ask, ask.name
        self.ndim = 3 if ask.name.endswith("3d") else 2
        self.axes = tuple(range(self.ndim))
        self.what, self.pixels = ("volume", "voxels") if self.ndim == 3 else ("image", "pixels")

    def twice(self):
        """Return two heads of one shape, to call a function with twice."""
        return self.part, 2 * self.part

    @cached_property
    def head(self):
        """The plain head."""
        return plain_head(self.ndim)

    @property
    def part(self):
        """The plain head, or some planes through its middle: enough if it does not matter which."""
        image = self.head.image
        return image if self.ndim == 2 else image[len(image) // 2 - 6 : len(image) // 2 + 6]

    def result(self, image):
        """Return the result, or None if it is not an array of the image's shape."""
        came = self.ask(image).result
        return came if came is not None and came.shape == image.shape else None

    @cached_property
    def plain(self):
        """The result for the plain head, or None."""
        return self.result(self.head.image)

    @cached_property
    def kept(self):
        """The places in which that is not 0."""
        return self.plain != 0

    @cached_property
    def shares(self):
        """The `_Shares` that are kept of the plain head, or None."""
        return None if self.plain is None else shares(self.plain, self.head)

    @cached_property
    def depth(self):
        """How deep each pixel of the brain lies below its surface, in pixels."""
        return ndimage.distance_transform_edt(self.head.brain)

    @property
    def inside(self):
        """The inside of the brain, without its ventricles."""
        return (self.depth > 0.5 * self.depth.max()) & ~self.head.ventricles

    @cached_property
    def height(self):
        """How far from the brain each pixel outside lies, in pixels."""
        return ndimage.distance_transform_edt(~self.head.brain)


def of_tissues(holds=lambda shown: True):
    """Return a function that accepts failures about what is kept, if something holds of these."""
    kinds = ("everything", BRAIN, VENTRICLES, SCALP_AND_BONE, BACKGROUND, "values")
    return lambda shown: shown.about in kinds and bool(holds(shown))


def shares(result, head):
    """Return the `_Shares` of a head that a result keeps."""
    kept, bright = result != 0, head.image > head.image[head.brain].mean() / 2

    def share(tissue):
        visible = tissue & (head.image != 0)
        return float(kept[visible].mean()) if visible.any() else 0.0

    return _Shares(
        brain=share(head.brain & ~head.ventricles),
        ventricles=share(head.ventricles),
        scalp=share(head.scalp_and_bone & bright),
        bone=share(head.scalp_and_bone & ~bright),
        background=share(head.background),
    )
