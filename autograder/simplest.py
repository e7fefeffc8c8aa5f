"""Make an example on which a check fails as simple as can be: one to work out by hand.

Every pixel that does not matter becomes 0, and of the others those that may be 1 become 1. Groups
of pixels are tried before single ones, for most of them do not matter.
"""

from __future__ import annotations

import numpy as np

from autograder.arrays import LARGEST_SHOWN
from autograder.attempts import attempt
from autograder.subject import in_process

# A footprint stays whole: without one of its pixels it may leave the domain of a claim.
KEPT_WHOLE = ("footprint",)


def simplest(check, subjects, failure, oracles):
    """Return a `Failure` like another, on an example in which fewer pixels hold a number.

    Parameters
    ----------
    check : Check
        The check that failed.
    subjects : dict of str to Subject
        The functions under test.
    failure : Failure
        What to simplify.
    oracles : dict of str to callable
        Right functions: an example is a simpler one only where these still pass. Without them,
        the failure stays as it is.
    """
    if not all(name in oracles for name in check.functions):
        return failure
    right = {name: in_process(name, oracles[name]) for name in check.functions}

    def fails_on(example):
        smaller = attempt(check, subjects, example)
        fails = smaller is not None and smaller.is_like(failure)
        return smaller if fails and attempt(check, right, example) is None else None

    for value in (0, 1):
        places = [each for each in pixels(failure.drawn) if value_at(failure.drawn, each) != value]
        failure = with_value(failure, places, value, fails_on)
    failure.drawn = check.draws.tidied(failure.drawn)
    return failure


def with_value(failure, places, value, fails_on):
    """Return the failure with as many of the places as possible set to a value."""
    if not places:
        return failure
    smaller = fails_on(failure.drawn.edited([(*place, value) for place in places]))
    if smaller is not None:
        return smaller
    if len(places) > 1:
        middle = len(places) // 2
        for half in (places[:middle], places[middle:]):
            failure = with_value(failure, half, value, fails_on)
    return failure


def pixels(drawn):
    """Return ``(name, position)`` of every pixel of small drawn images that is not zero."""
    images = {
        name: value
        for name, value in sorted(drawn.items())
        if isinstance(value, np.ndarray) and value.size <= LARGEST_SHOWN and name not in KEPT_WHOLE
    }
    return [(name, int(at)) for name, image in images.items() for at in np.flatnonzero(image)]


def value_at(drawn, place):
    """Return the value of a pixel, given as the name of an image and a position."""
    name, position = place
    return drawn[name].flat[position]
