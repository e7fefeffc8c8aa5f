"""What a picture shows, in words: for people who cannot see it, and wherever it cannot be shown."""

from __future__ import annotations

import numpy as np

from autograder.authoring.assertions import number
from autograder.imaging.grids import pixel_of, place
from autograder.reports.failed_call import FailedCall

AXES = {1: ("value",), 2: ("row", "column"), 3: ("plane", "row", "column")}


def words_of(counterexample):
    """Return what the picture of a counterexample shows, as plain sentences.

    Parameters
    ----------
    counterexample : dict or None
        As it stands in a result record.

    Returns
    -------
    words : str
        The sizes, the first wrong pixel with what was expected and what came, how many pixels
        differ and which way; "" if there is no picture.

    Examples
    --------
    >>> record = {"function": "f", "arguments": {"image": [[3]]}, "where": [0, 0]}
    >>> print(words_of(record | {"expected": [[3]], "yours": [[5]]}))
    f of an image (1 row, 1 column). At [0, 0], 3 is expected and yours is 5. 1 of 1 pixel differs.
    """
    case = FailedCall.of(counterexample)
    if case is None:
        return ""
    inputs = [f"{_with_article(name)} ({_size(array)})" for name, array in case.arguments.items()]
    sentences = [f"{case.function} of {' and '.join(inputs) or 'nothing'}."]
    sentences += [_about_sizes(case), _about_the_first_wrong_pixel(case)]
    sentences.append(_about_what_was_kept(case) if case.is_cut_out else _about_differences(case))
    return " ".join(filter(None, sentences))


def _about_sizes(case):
    """Return what sizes the results have, if that is not the image's."""
    if case.yours is None:
        return "There is no result."
    if case.expected is not None and case.expected.shape != case.yours.shape:
        return f"Expected has {_size(case.expected)}, yours has {_size(case.yours)}."
    if case.lies_on_the_image:
        return ""
    return f"Yours has {_size(case.yours)}."


def _about_the_first_wrong_pixel(case):
    """Return where it is, what was expected there, and what came."""
    if case.where is None or case.yours is None:
        return ""
    yours = f"yours is {_value(case.yours[case.where])}"
    if case.expected is None:
        return f"At {place(case.where)}, {yours}."
    return f"At {place(case.where)}, {_value(case.expected[case.where])} is expected and {yours}."


def _about_differences(case):
    """Return how many pixels differ from what was expected, and which way."""
    if case.difference is None:
        return ""
    differing, difference = case.differing, case.difference
    count, pixels = int(differing.sum()), _counted(difference.size, pixel_of(difference))
    if count < 2:
        return f"{count or 'None'} of {pixels} differs."
    ways = {
        "larger than expected": differing & (difference > 0),
        "smaller": differing & (difference < 0),
        "not comparable": differing & np.isnan(difference),
    }
    parts = [f"{int(mask.sum())} {way}" for way, mask in ways.items() if mask.any()]
    return f"{count} of {pixels} differ: {', '.join(parts)}."


def _about_what_was_kept(case):
    """Return how much of an image was kept, and how much of that is wrong."""
    kept, pixel = case.yours != 0, pixel_of(case.yours)
    if case.expected is None:
        return f"{int(kept.sum())} of {_counted(kept.size, pixel)} are kept, the rest is 0."
    to_keep = case.expected != 0
    lost, left = int((to_keep & ~kept).sum()), int((kept & ~to_keep).sum())
    return (
        f"Of {_counted(int(to_keep.sum()), pixel)} that should be kept, {lost} are taken away; "
        f"of {int((~to_keep).sum())} that should be 0, {left} are left."
    )


def _size(array):
    """Return the shape of an array in words."""
    if array.size == 0 or array.ndim not in AXES:
        return "one number" if array.ndim == 0 else f"an array of shape {array.shape}"
    return ", ".join(map(_counted, array.shape, AXES[array.ndim]))


def _value(pixel):
    """Return a pixel's value as text."""
    return number(pixel) if np.isfinite(pixel) else "not a finite number"


def _counted(count, thing):
    """Return a number of things."""
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _with_article(name):
    """Return a name with the article that belongs to it."""
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
