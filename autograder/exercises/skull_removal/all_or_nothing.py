"""Rules on a result of which nothing is removed, or everything."""

from __future__ import annotations

from autograder.authoring.choices import Finding
from autograder.exercises.skull_removal import values
from autograder.exercises.skull_removal.observed import of_tissues

# A loss of less is one of fractions.
SLIGHT = 0.05


def _same(one, other):
    """Return where two arrays hold the same, both NaN among them."""
    return (one == other) | ((one != one) & (other != other))


def everything(seen):
    """Nothing is removed, or everything."""
    if seen.plain is None:
        return None
    visible = seen.kept[seen.head.image != 0]
    if visible.mean() > 0.98:
        rest = ~_same(seen.plain, seen.head.image)
        if rest.any() and rest[seen.head.brain].mean() < 0.05 and _is_one_value(seen.plain[rest]):
            text = REST.format(seen.what, seen.plain[rest][0])
            found = {"is_all": True, "explains": _removes_nothing}
            return Finding("filled_the_rest_with_a_number", text, **found)
        return Finding("removed_nothing", ALL, is_all=True, explains=_removes_nothing)
    if not visible.any():
        gone = of_tissues(lambda shown: not shown.came.any())
        return Finding("removed_everything", NOTHING, is_all=True, explains=gone)
    return None


def darkened(seen):
    """Most of the head is left, and nearly all of it is darker than it was."""
    if seen.plain is None or seen.kept.mean() < 0.5:
        return None
    other, image = values.values(seen), seen.head.image
    if other is None or other.key != "changed_the_values":
        return None
    less = (image - seen.plain)[seen.kept]
    if less.min() < 0 or (less > 0).mean() < 0.5 or less.max() < SLIGHT * image.max():
        return None
    found = {"is_all": True, "explains": of_tissues(_is_darker)}
    return Finding("darkened_the_head", DARKER.format(seen.what), **found)


def _is_darker(shown):
    """Return whether what is left is darker than the head."""
    image, kept = shown.arguments[0], shown.came != 0
    return (shown.came < image)[kept].mean() > 0.5


def _removes_nothing(shown):
    """Return whether what is shown is that everything, or almost, is left."""
    image = shown.arguments[0]
    return shown.about != "dtype" and (shown.came[image != 0] != 0).mean() > 0.9


def _is_one_value(pixels):
    """Return whether all pixels are the same, NaN among them."""
    return bool(_same(pixels, pixels[0]).all())


DARKER = (
    "Your result is a darker picture of the head. Filters such as a grey opening, an erosion or a "
    "top-hat change grey values: make a mask of True and False with a threshold, and copy the {}'s "
    "own values where it is True."
)
REST = "Where you take something away, the {} holds {:.4g} afterwards; it should hold 0 there."
ALL = (
    "Nothing is removed: the head and the background around it are all left. Look at the mask "
    "after each step; in a labelled mask, 0 is the background and no piece."
)
NOTHING = "Nothing is left of the head: the mask is empty, so look at it after each step."
