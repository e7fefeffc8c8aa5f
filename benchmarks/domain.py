"""Inputs from the whole domain of an exercise, and whether a function answers them rightly.

They are drawn independently of the checks' own strategies, with every dtype, form and layout that
the exercise states as likely as the others.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean

import numpy as np
from skimage import morphology

from autograder.authoring.layouts import LAYOUTS
from autograder.exercises.skull_removal.assertions import (
    BRAIN_KEPT,
    REST_KEPT,
    VENTRICLES_KEPT,
    kept_share,
)
from autograder.exercises.tophat.footprints import mirrored
from autograder.exercises.weighted_sums.library_sums import rounding, weighted_sums
from benchmarks.phantoms import TRIED, drawn
from benchmarks.solutions import silence

INTEGERS = ("u1", "i1", "u2", "i2", "u4", "i4", "i8")
SIGNED = ("u1", "i1", "i2", "i4", "i8")
# Every so many inputs an earlier one comes again: the same arguments give the same result.
AGAIN = 4


@dataclass(frozen=True)
class Input:
    """Arguments for one function, and a test of what it returns for them.

    Attributes
    ----------
    function : str
        The function's name.
    arguments : tuple of ndarray
        What it is called with.
    holds : callable
        Takes the result, and returns whether it is right.
    """

    function: str
    arguments: tuple
    holds: object

    def is_met(self, function):
        """Return whether a function answers rightly, with a new array, and changes nothing."""
        given = [_copy(each) for each in self.arguments]
        try:
            with silence():
                result = function(*given)
                return (
                    isinstance(result, np.ndarray)
                    and not any(np.shares_memory(result, each) for each in given)
                    and all(map(np.array_equal, given, self.arguments))
                    and bool(self.holds(result))
                )
        except Exception:  # noqa: BLE001 - whatever stops it, there is no right answer
            return False

    @cached_property
    def darker(self):
        """An input with a mirrored image, half as bright, of which no answer is known."""
        image, *others = self.arguments
        other = (image[..., ::-1] * 0.5).astype(image.dtype)
        return Input(self.function, (other, *others), lambda result: True)


def share_wrong(functions, inputs):
    """Return which share of inputs functions answer wrongly; each function counts the same.

    Before each input comes another one of its shape, as in use: images of one series have one
    shape. So what a function keeps for a shape counts as wrong.
    """
    wrong = defaultdict(list)
    for each in inputs:
        function = functions[each.function]
        each.darker.is_met(function)
        wrong[each.function].append(not each.is_met(function))
    return fmean(map(fmean, wrong.values()))


def inputs_of(name, count, seed=0):
    """Return inputs from the domain of an exercise, some of them twice."""
    make = {
        "convolution": _sums,
        "convolution3d": _sums,
        "tophat": _openings,
        "skull_removal": _heads,
    }
    rng = np.random.default_rng(seed)
    found = make[name](name, count, rng)
    again = rng.integers(0, np.arange(1, len(found) + 1))
    return [each for i, one in enumerate(found) for each in _with(one, i, found[again[i]])]


def _with(one, place, earlier):
    return [one, earlier] if place % AGAIN == AGAIN - 1 else [one]


def _copy(array):
    """Return a copy in the same memory layout, which may be written to only if the array may."""
    copy = array.copy("K")
    if not array.flags.forc:
        copy = np.repeat(array, 2, -1)[..., ::2]
    copy.flags.writeable = array.flags.writeable
    return copy


def _sums(name, count, rng):
    ndim = 3 if name == "convolution3d" else 2
    function = "convolve3d" if ndim == 3 else "convolve2d"
    found, widths = [], 4 if ndim == 2 else 3
    for _ in range(count):
        image = _laid_out(_array(_shape(rng, ndim), (*INTEGERS, "?"), rng), rng)
        sides = tuple(2 * rng.integers(0, widths, ndim) + 1)
        kernel = _array(sides, (*INTEGERS, "?"), rng)
        found.append(Input(function, (image, kernel), _sums_test(image, kernel)))
    return found


def _sums_test(image, kernel):
    right, within = weighted_sums(image, kernel), rounding(image, kernel)

    def holds(result):
        return (
            np.issubdtype(result.dtype, np.floating)
            and result.shape == right.shape
            and (np.abs(result - right) <= within).all()
        )

    return holds


def _openings(name, count, rng):
    functions = ("opening", "closing", "white_tophat", "black_tophat")
    found = []
    for i in range(count):
        ndim = 2 + (i // 4) % 2
        image = _array(_shape(rng, ndim), SIGNED, rng)
        if image.dtype.kind == "i":  # so that every difference fits
            image //= 2
        image = _laid_out(image, rng)
        quarter = rng.integers(0, 2, rng.integers(1, 4, ndim)).astype(rng.choice(["u1", "?", "i8"]))
        arguments = image, mirrored(quarter)
        right = getattr(morphology, functions[i % 4])(*arguments)
        found.append(Input(functions[i % 4], arguments, _same_as(right)))
    return found


def _same_as(right):
    return lambda result: result.dtype == right.dtype and np.array_equal(result, right)


def _heads(name, count, rng):
    """Return nine slices for one volume, as volumes take a hundred times as long."""
    found = []
    for place, (strategy, function, _) in enumerate(TRIED):
        for head in drawn(strategy, max(2, count * (18, 1, 1)[place] // 20), place):
            found.append(Input(function, (head.image,), _head_test(head)))
    return [found[i] for i in rng.permutation(len(found))]


def _head_test(head):
    tissues = (head.scalp_and_bone, head.background)
    brain = head.brain & ~head.ventricles

    def holds(result):
        return (
            result.dtype == head.image.dtype
            and result.shape == head.image.shape
            and ((result == 0) | (result == head.image)).all()
            and not kept_share(result, head.image, brain) < BRAIN_KEPT
            and not kept_share(result, head.image, head.ventricles) < VENTRICLES_KEPT
            and not any(kept_share(result, head.image, each) > REST_KEPT for each in tissues)
        )

    return holds


def _shape(rng, ndim):
    """Return a shape: small mostly, at times long and thin."""
    shape = rng.integers(1, 10 if ndim == 2 else 6, ndim)
    if rng.random() < 0.05:
        shape[rng.integers(ndim)] = rng.integers(33, 64 if ndim == 3 else 600)
    return tuple(shape)


def _array(shape, kinds, rng):
    """Return an array of floats, or of some dtype of integers, small or from end to end."""
    kind = rng.choice(["f8", "f4", *kinds])
    if kind == "?":
        return rng.integers(0, 2, shape).astype(bool)
    if kind in ("f8", "f4"):
        return (rng.standard_normal(shape) * 10.0 ** rng.integers(-3, 4)).astype(kind)
    ends = np.iinfo(kind)
    least, most = max(ends.min, -(2**40)), min(ends.max, 2**40)
    if rng.random() < 0.5:
        least, most = max(least, -9), 9
    return rng.integers(least, most, shape, endpoint=True).astype(kind)


def _laid_out(array, rng):
    """Return an array in the usual layout mostly, or in any other."""
    if rng.random() < 0.7:
        return array
    return LAYOUTS[rng.choice(list(LAYOUTS))](array)
