"""Find the smallest example on which a check fails: one that can be worked out by hand."""

from __future__ import annotations

from contextlib import suppress

import numpy as np

from autograder.arrays import LARGEST_SHOWN
from autograder.attempts import attempt
from autograder.draws import Example
from autograder.failures import StudentFailure
from autograder.subject import in_process

# A footprint stays whole: without one of its pixels it may leave the domain of a claim.
KEPT_WHOLE = ("footprint",)


def smallest_failure(check, subjects, seed, failure, oracles):
    """Return the simplest `Failure` of the same kind as one that was found.

    Parameters
    ----------
    check : Check
        The check that failed.
    subjects : dict of str to Subject
        The functions under test.
    seed : int or str
        Decides where the search starts.
    failure : Failure
        What to simplify.
    oracles : dict of str to callable
        Right functions: pixels are cleared only where these still pass.
    """
    found = [failure]

    def visit(drawn):
        smaller = same_failure(check, subjects, drawn, failure)
        if smaller is not None:
            found.append(smaller)
            raise smaller.error

    with suppress(Exception):  # what the search ends with was kept above
        check.draws.visit(seed, visit)
    smallest = min(found, key=lambda each: each.size)
    if all(name in oracles for name in check.functions):
        return cleared(check, subjects, smallest, oracles)
    return smallest


def same_failure(check, subjects, drawn, failure):
    """Return the `Failure` on an example where it is of the same kind as another, else None."""
    met = attempt(check, subjects, drawn)
    return met if met is not None and type(met.error) is type(failure.error) else None


def cleared(check, subjects, failure, oracles):
    """Return a failure with a zero in place of every pixel that does not matter to it."""
    right = {name: in_process(name, oracles[name]) for name in check.functions}
    for place in pixels(failure.drawn):
        example = without(failure.drawn, [place])
        smaller = same_failure(check, subjects, example, failure)
        if smaller is not None and holds(check, right, example):
            failure = smaller
    return failure


def pixels(drawn):
    """Return ``(name, position)`` of every pixel of small drawn images that is not zero."""
    images = {
        name: value
        for name, value in sorted(drawn.items())
        if isinstance(value, np.ndarray) and value.size <= LARGEST_SHOWN and name not in KEPT_WHOLE
    }
    return [(name, int(at)) for name, image in images.items() for at in np.flatnonzero(image)]


def without(drawn, places):
    """Return an example with zeros at some places, each the name of an image and a position."""
    example = Example(drawn)
    example.choices = drawn.choices
    example.cleared = (*drawn.cleared, *places)
    for name, position in places:
        example[name] = example[name].copy()
        example[name].flat[position] = 0
    return example


def holds(check, subjects, drawn):
    """Return whether a claim holds on one example."""
    try:
        check.try_on(subjects, drawn)
    except StudentFailure:
        return False
    return True
