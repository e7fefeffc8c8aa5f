"""What `dice_by_radius` chooses: the footprint, the steps, and the number that is taken."""

from __future__ import annotations

import numpy as np
from skimage.morphology import closing, dilation, disk, opening

from autograder.authoring import array_choices
from autograder.authoring.choices import Choices, Finding
from autograder.authoring.explains import failures, made_by
from autograder.exercises.skull_removal import radius_misconceptions as known
from autograder.imaging.overlap import dice

RADII = (np.array([3, 1, 4]), np.array([2, 5, 1]))


def _of_openings(number, mask, radii, footprint=disk, step=opening):
    """Return a number of the mask and of what each radius leaves of it."""
    return np.array([number(mask, step(mask, footprint(radius))) for radius in radii], float)


def _half(mask, other):
    """Return half of Dice's coefficient."""
    return dice(mask, other) / 2


def _square(radius):
    """Return ones as wide as a disk."""
    return np.ones((2 * radius + 1,) * 2)


def _one_after_the_other(mask, radii):
    """Open what the radius before has left."""
    scores, left = [], mask
    for radius in radii:
        left = opening(left, disk(radius))
        scores.append(dice(mask, left))
    return np.array(scores)


def _first_only(mask, radii):
    """Set the number of the first radius, and no other."""
    return _of_openings(dice, mask, radii) * (np.arange(len(radii)) == 0)


def _sorted_first(mask, radii):
    """Take the radii in the order of their size."""
    return _of_openings(dice, mask, np.sort(radii))


def _by(number=dice, **how):
    """Return a way that takes a number of each opening, or of what stands in its place."""
    return lambda mask, radii: _of_openings(number, mask, radii, **how)


# What is wrong: a name, what the numbers then are, and a sentence.
WAYS = (
    (
        "forgot_to_double",
        _by(_half),
        "Each of your numbers is half of what it should be: Dice has twice the common pixels "
        "above the line.",
    ),
    (
        "took_squares",
        _by(footprint=_square),
        "You opened with squares; the footprints should be disks, as disk(radius) makes them.",
    ),
    ("dilated_only", _by(step=dilation), "You compared with a dilation; take the opening."),
    ("closed", _by(step=closing), "You compared with a closing; take the opening."),
    (
        "opened_again",
        _one_after_the_other,
        "Each radius opens what the one before has left; begin with the mask again for each.",
    ),
    (
        "sorted_the_radii",
        _sorted_first,
        "Your numbers belong to the radii in the order of their size; keep the order that they "
        "come in.",
    ),
    (
        "set_the_first_only",
        _first_only,
        "Only the first number is set: does the return stand inside the loop?",
    ),
    (
        "always_one",
        lambda mask, radii: np.ones(len(radii)),
        "Two equal masks give numbers of 1: compare the opening with the whole mask.",
    ),
)


class _RadiiSeen:
    """What a few calls show of a `dice_by_radius`."""

    def __init__(self, ask):
        self.ask = ask

    def twice(self):
        """Return two masks of one shape, and radii, to call a function with twice."""
        mask = np.zeros((24, 27), bool)
        mask[2:17, 3:20] = disk(8)[1:16]
        mask[12, 2:25] = mask[4:9, 20:24] = True
        return mask, mask[::-1].copy(), RADII[0]


def _shape(seen):
    """Whether there is one number for each radius."""
    mask, _, radii = seen.twice()
    came = seen.ask(mask, radii).result
    if came is None or came.shape == radii.shape:
        return None
    text = f"For 3 radii your result has the shape {came.shape}; it should be (3,)."
    return Finding("returned_another_shape", text, explains=failures("shape"))


def _fractions(seen):
    """Whether the numbers are integers."""
    mask, _, radii = seen.twice()
    came = seen.ask(mask, radii).result
    if came is None or came.dtype.kind == "f":
        return None
    text = f"Your numbers are of {came.dtype}, which holds no fractions; make an array of floats."
    return Finding("cut_off_fractions", text)


def _of_sizes(shown):
    """Return the `Finding` on the sizes of a mask and of its opening, for a wrong number."""
    if shown.about != "values" or shown.where is None:
        return None
    mask, radii = shown.arguments
    radius = radii[shown.where]
    opened = opening(mask, disk(radius))
    all_of_it, left, score = mask.sum(), opened.sum(), dice(mask, opened)
    text = (
        f"The mask has {all_of_it} pixels, and its opening with disk({radius}) {left} of them: "
        f"2 * {left} / ({all_of_it} + {left}) = {score:.4g}."
    )
    return Finding("dice_of_sizes", text)


def _way(seen):
    """Which numbers they are, of those that are known."""
    masks = seen.twice()[:2]
    came = [seen.ask(mask, radii).result for mask in masks for radii in RADII]

    def fits(way):
        right = [way(mask, radii) for mask in masks for radii in RADII]
        pairs = zip(came, right, strict=True)
        return all(
            one is not None and np.array_equal(one.round(9), two.round(9)) for one, two in pairs
        )

    found = [
        Finding(each.name, each.hint, explains=made_by(each))
        for each in known.MISCONCEPTIONS
        if fits(each)
    ]
    found += [Finding(key, text, explains=made_by(way)) for key, way, text in WAYS if fits(way)]
    return found[0] if len(found) == 1 else None


CHOICES_OF_RADII = Choices(
    _RadiiSeen,
    (
        array_choices.memory,
        _shape,
        _fractions,
        _way,
        array_choices.changed_arguments,
    ),
    of_shown=_of_sizes,
)
