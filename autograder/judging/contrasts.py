"""Say which calls come out wrong, if they have something in common that the right ones lack."""

from __future__ import annotations

import inspect

import numpy as np

from autograder.authoring.choices import Finding

# So many right calls lack it, and so many wrong ones have it.
FEWEST_RIGHT, FEWEST_WRONG = 5, 2


def contrast(compared, parameters):
    """Return the `Finding` on what all wrong calls have in common, the rarest such thing, or None.

    Parameters
    ----------
    compared : list of (tuple of ndarray, bool)
        The arguments of calls, and whether what came was right.
    parameters : tuple of str
        What the function calls its arguments.
    """
    best, fewest = None, None
    wrong = [arguments for arguments, is_right in compared if not is_right]
    right = [arguments for arguments, is_right in compared if is_right]
    if len(wrong) < FEWEST_WRONG:
        return None
    for key, (words, has) in FEATURES.items():
        if _is_of(has, parameters) and all(has(*each) for each in wrong):
            lacking = [each for each in right if not has(*each)]
            number = len(right) - len(lacking)
            if len(lacking) >= FEWEST_RIGHT and (best is None or number < fewest):
                best, fewest = (key, words), number
    if best is None:
        return None
    key, words = best
    has, words = FEATURES[key][1], words.format(*parameters)
    return Finding(
        f"only:{key}",
        f"All wrong results so far have one thing in common: {words}.",
        explains=lambda shown: shown.about in ("values", "crash") and bool(has(*shown.arguments)),
    )


def _is_of(has, parameters):
    """Return whether a feature is one of calls with so many arguments."""
    try:
        inspect.signature(has).bind(*parameters)
    except TypeError:
        return False
    return True


def _whole(array):
    """Return whether an array holds integers or truth values."""
    return array.dtype.kind in "iub"


def _unlike(shape):
    """Return whether the sides of a shape differ."""
    return len(set(shape)) > 1


FEATURES = {
    "both_integers": (
        "both arrays hold integers",
        lambda image, other: _whole(image) and _whole(other),
    ),
    "bytes": ("the {0} holds bytes", lambda image, *_: image.dtype == np.uint8),
    "integers": ("the {0} does not hold floats", lambda image, *_: _whole(image)),
    "volume": ("the {0} has three axes", lambda image, *_: image.ndim == 3),
    "unlike_sides": ("the sides of the {0} differ", lambda image, *_: _unlike(image.shape)),
    "unlike_sides_of_the_other": (
        "the sides of the {1} differ",
        lambda image, other: _unlike(other.shape),
    ),
    "side_of_one": (
        "the {1} has a side of 1",
        lambda image, other: 1 in other.shape,
    ),
    "side_over_three": (
        "the {1} has a side over 3",
        lambda image, other: max(other.shape, default=0) > 3,
    ),
    "not_three": (
        "the {1} has a side other than 3",
        lambda image, other: set(other.shape) != {3},
    ),
    "larger": (
        "the {1} is larger than the {0} along an axis",
        lambda image, other: any(a > b for a, b in zip(other.shape, image.shape, strict=False)),
    ),
    "holes": (
        "the {1} holds zeros",
        lambda image, other: not other.all(),
    ),
    "negative": ("the {0} holds a number below 0", lambda image, *_: bool((image < 0).any())),
    "over_bytes": (
        "the {0} holds a number below 0 or over 255",
        lambda image, *_: bool((image < 0).any() or (image > 255).any()),
    ),
    "fractions": (
        "the {0} holds fractions",
        lambda image, *_: image.dtype.kind == "f" and bool((image % 1).any()),
    ),
    "asymmetric": (
        "the {1} changes when it is turned by half a turn",
        lambda image, other: not np.array_equal(other, np.flip(other)),
    ),
    "read_only": (
        "an array may not be written to",
        lambda *all: any(not each.flags.writeable for each in all),
    ),
    "layout": (
        "an array is not stored in memory row by row",
        lambda *all: any(not each.flags.c_contiguous for each in all),
    ),
}
