"""Assertions about a head without its skull: what share of each tissue is still there."""

from __future__ import annotations

import numpy as np

from autograder.authoring.assertions import (
    assert_dtype,
    assert_same_image,
    assert_shape,
    first,
    told_apart,
)
from autograder.authoring.conduct import assert_unchanged
from autograder.authoring.failures import WrongResult
from autograder.authoring.layouts import read_only
from autograder.imaging.grids import percent, pixel_of, place
from autograder.imaging.overlap import border_distance, dice

# The tissues, as they are called below a failure.
BRAIN, VENTRICLES = "the brain", "the ventricles"
SCALP_AND_BONE, BACKGROUND = "scalp and bone", "the background"
BRAIN_KEPT = 0.95
VENTRICLES_KEPT = 0.5
REST_KEPT = 0.05


def assert_cuts_something(result, image):
    """Raise `WrongResult` if nothing of a head was taken away, or all of it."""
    assert_shape(result, image.shape)
    share = kept_share(result, image, image != 0)
    if not 0.02 < share < 0.98:
        rule = "Keep part of the head, and set the rest to 0."
        raise WrongResult(
            rule, f"{percent(share)} of the head is kept.", actual=result, about="everything"
        )


def assert_kept(result, head, tissue, name, at_least):
    """Raise `WrongResult` unless enough of a tissue is still there.

    Parameters
    ----------
    result : ndarray
        The head without its skull.
    head : Head
        With its skull, and what is where in it.
    tissue : ndarray of bool
        Where the tissue is.
    name : str
        What to call it.
    at_least : float
        The share of its pixels that must not be 0; pixels that are 0 in the image do not count.
    """
    assert_cuts_something(result, head.image)
    share = kept_share(result, head.image, tissue)
    if share < at_least:
        rule = f"At least {percent(at_least)} of {name} should be kept."
        seen = f"{percent(share)} is kept: too much was taken away"
        raise _wrong(rule, seen, result, head, tissue & (result == 0), name)
    assert_comes_from(result, head.image)


def assert_removed(result, head, tissue, name, at_most=REST_KEPT):
    """Raise `WrongResult` if too much of a tissue is still there; as `assert_kept`."""
    assert_cuts_something(result, head.image)
    share = kept_share(result, head.image, tissue)
    if share > at_most:
        rule = f"At most {percent(at_most)} of {name} should be left."
        seen = f"{percent(share)} is left: too little was taken away"
        raise _wrong(rule, seen, result, head, tissue & (result != 0), name)
    assert_comes_from(result, head.image)


def assert_comes_from(result, image):
    """Raise `WrongResult` unless pixels and dtype are the image's own."""
    assert_pixels_of(result, image)
    assert_dtype(result, image.dtype)


def assert_leaves_the_brain(function, head):
    """Raise `WrongResult` unless a new array holds the brain of a head, and nothing else."""
    call = function.observe(head.image)
    assert_removed(call.result, head, head.scalp_and_bone, SCALP_AND_BONE)
    assert_kept(call.result, head, head.brain & ~head.ventricles, BRAIN, BRAIN_KEPT)
    assert_kept(call.result, head, head.ventricles, VENTRICLES, VENTRICLES_KEPT)
    assert_removed(call.result, head, head.background, BACKGROUND)
    assert_unchanged(call)


def kept_share(result, image, tissue):
    """Return the share of a tissue's pixels that are not 0 after, among those not 0 before.

    Without any such pixel it is not a number, which no comparison calls too few or too many.
    """
    visible = tissue & (image != 0)
    return float((result[visible] != 0).mean()) if visible.any() else np.nan


def _wrong(rule, seen, result, head, at, about):
    """Return the failure, which says where the first pixel is that went the wrong way.

    Parameters
    ----------
    rule, seen : str
        What should hold, and what was found instead.
    result : ndarray
        The head without its skull.
    head : Head
        With it.
    at : ndarray of bool
        What should have been kept and was not, or the other way round.
    about : str
        What tissue that is.
    """
    where = first(at & (head.image != 0))
    right = _nearest_right(result, head)
    seen = f"{seen}, for example at {place(where)}. {_agreement(result != 0, right != 0)}"
    return WrongResult(rule, seen, right, result, where, about)


def _agreement(mask, right):
    """Say how well a mask agrees with the right one, in volume and along the border."""
    return (
        f"In all, Dice is {dice(mask, right):.2f}, and 95 % of the borders lie within "
        f"{border_distance(mask, right):.0f} {pixel_of(mask)}s of each other."
    )


def _nearest_right(result, head):
    """Return the right result that differs least: the fluid around the brain may stay or go."""
    decided = head.brain | head.scalp_and_bone | head.background
    return np.where(head.brain, head.image, np.where(decided, 0, result))


def assert_pixels_of(result, image):
    """Raise `WrongResult` unless every pixel is the image's own, or 0."""
    assert_cuts_something(result, image)
    strange = (result != 0) & (result != image)
    if strange.any():
        where = first(strange)
        came, its_own = told_apart(result[where], image[where])
        seen = f"At {place(where)} it is {came} where the image has {its_own}."
        rule = f"Every {pixel_of(image)} should be the image's own, or 0."
        right = np.where(strange, image, result)
        raise WrongResult(rule, seen, right, result, where, about="pixels")


def assert_nearly_same(result, expected, of, rule):
    """Raise `WrongResult` if more pixels differ than 5 % of the `of` that matter."""
    assert_shape(result, expected.shape)
    different = int((result != expected).sum())
    if different > 0.05 * of:
        seen = f"{different} {pixel_of(result)}s differ."
        raise WrongResult(rule, seen, expected, result)


def assert_treats_each_by_itself(function, head):
    """Call `function` with a head, then twice with its turned image, of the same shape.

    The head is read-only and lies in memory column by column. The turned image takes its place in
    memory, or that of the head in an earlier check, so what is kept by `id` is found.

    Raises
    ------
    WrongResult
        If an earlier result changes or comes again, or a result is not that of its own image: it
        differs at the next call, or more than 5 % of the brain differs between both images.
    """
    turned = np.ascontiguousarray(np.flip(head.image))
    images = read_only(np.asfortranarray(head.image)), turned, turned
    calls = [function.observe(image, again=True) for image in images]
    if any(call.changed_earlier_result for call in calls[1:]):
        rule = "A later call should not change the result of an earlier one."
        raise WrongResult(rule, "The results of both calls share one array.", about="memory")
    of_head, once, after = [call.result for call in calls]
    rule = "The same arguments should give the same result."
    assert_cuts_something(of_head, head.image)
    assert_same_image(after, once, rule=rule)
    rule = "Turned by half a turn, in any memory layout, an image should give the turned result."
    assert_nearly_same(once, np.flip(of_head), head.brain.sum(), rule)


def assert_parts_a_plain_head(function, head):
    """Raise `WrongResult` unless most of a brain is kept, and most of scalp and bone is not."""
    result = function(head.image)
    assert_removed(result, head, head.scalp_and_bone, SCALP_AND_BONE, at_most=0.5)
    assert_kept(result, head, head.brain & ~head.ventricles, BRAIN, at_least=0.5)


def assert_landmarks(result, head):
    """Raise `WrongResult` at the first landmark that is on the wrong side.

    Parameters
    ----------
    result : ndarray
        The head without its skull.
    head : Landmarks
        The head, and places in its brain and elsewhere.
    """
    picture = head.picture()
    assert_shape(result, picture.shape)
    for where, tissue in head.brain.items():
        if result[where] == 0:
            rule = f"At {place(where)} lies {tissue}, which should be kept."
            raise WrongResult(rule, "It is 0.", actual=result, where=where, about=BRAIN)
    for where, tissue in head.elsewhere.items():
        if result[where] != 0:
            rule = f"At {place(where)} lies {tissue}, which should be 0."
            seen = f"It is {result[where]}."
            raise WrongResult(rule, seen, actual=result, where=where, about=SCALP_AND_BONE)
