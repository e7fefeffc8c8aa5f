"""Choices that show on other heads: with bridges or drift, or on planes without brain."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import failures
from autograder.exercises.skull_removal import tissues, values
from autograder.exercises.skull_removal.assertions import SCALP_AND_BONE
from autograder.exercises.skull_removal.observed import of_tissues, plain_head, shares
from autograder.imaging.grids import percent

BRIDGES = {2: {"bridges": 4, "bridge_width": 2}, 3: {"bridges": 6, "bridge_width": 2}}
OTHERS = {
    2: {
        "whose brightness drifts from one side to the other": {"drift": 0.3},
        "with a brighter gap between brain and scalp": {"gap_brightness": 0.3},
        "with more noise": {"noise": 0.05},
        "with a scalp twice as bright as the brain": {"scalp_brightness": 2.0},
        "with a scalp that is dimmer than the brain": {"scalp_brightness": 0.65},
        "that touches the border of the image": {"margins": 0},
        "in a larger image": {"margins": 25},
        "with a gap of two pixels": {"gap": 2},
        "twice as large": {"brain": (84, 90), "gap": 9, "scalp": 7, "folds": 4},
        "30 pixels across": {"brain": (30, 30), "gap": 3, "scalp": 3},
    },
    3: {
        "with a neck": {"neck": 0.2},
        "with bridges that are four voxels wide": {"gap": 4, "bridges": 6, "bridge_width": 4},
    },
}


def bridges(seen):
    """Thin bridges keep the scalp, which goes without them."""
    if seen.shares is None or seen.shares.scalp > 0.05 or tissues.beyond(seen) is not None:
        return None
    bridged = plain_head(seen.ndim, **BRIDGES[seen.ndim])
    came = seen.result(bridged.image)
    if came is None or shares(came, bridged).scalp < 0.3:
        return None
    narrow = plain_head(seen.ndim, gap=2)
    came = seen.result(narrow.image)
    if came is not None and shares(came, narrow).scalp >= 0.3:
        return None
    return Finding("left_the_bridges_standing", BRIDGED, explains=failures(SCALP_AND_BONE))


BRIDGED = (
    "Scalp is left only if thin bridges join it to the brain: erode the mask, until they break, "
    "before you choose the largest piece."
)


def other_heads(seen):
    """The plain head comes out right or stops the function, and another comes out wrong."""
    is_right = seen.shares is not None and seen.shares.is_right
    if not is_right and seen.ask(seen.head.image).failure != "exception":
        return None
    plain = "comes out right" if is_right else "stops your function with an error"
    for words, parameters in OTHERS[seen.ndim].items():
        head = plain_head(seen.ndim, **parameters)
        answer = seen.ask(head.image)
        if answer.failure == "exception" and is_right:
            text = f"A head {words} stops your function with an error; a plain one does not."
            crashes = failures("crash")
            return Finding("only_some_heads", text, stops=True, explains=crashes)
        came = answer.result
        if came is None or came.shape != head.image.shape:
            continue
        left = shares(came, head)
        if not left.is_right:
            text = f"A plain head {plain}. Of a head {words}, your result keeps {_amounts(left)}."
            return Finding("only_some_heads", text, explains=failures(*left.wrong))
    return None


def _amounts(left):
    """Return what is kept of each tissue, as the end of a sentence."""
    return (
        f"{percent(left.brain)} of the brain, "
        f"{percent(left.ventricles)} of the ventricles, {percent(left.scalp)} of the scalp, "
        f"{percent(left.bone)} of the dark gap below it and "
        f"{percent(left.background)} of the background"
    )


def one_mask(seen):
    """All planes, or all lines along another axis, have one and the same mask."""
    if seen.ndim == 2 or seen.plain is None:
        return None
    visible = seen.head.image != 0
    for axis, lines in enumerate(("plane", "row", "column")):
        mask = seen.kept.any(axis=axis, keepdims=True)
        if mask.mean() < 0.9 and np.array_equal(seen.kept, mask & visible):
            text = ONE_MASK.format(lines)
            return Finding("used_one_mask", text, explains=of_tissues())
    return None


ONE_MASK = (
    "Each {0} of the volume gets the same mask, but the brain has another outline in each: make "
    "the mask from the whole volume."
)


def slice_by_slice(seen):
    """What is kept of the first planes does not depend on the others."""
    if seen.ndim == 2:
        return None
    volume = seen.head.image
    first = int(np.argwhere(seen.head.brain.any(axis=(1, 2)))[0, 0])
    answer, whole = seen.ask(volume[:first]), seen.ask(volume)
    if whole.failure == "exception":
        middle = seen.ask(volume[len(volume) // 2 - 3 : len(volume) // 2 + 3])
        is_of_planes = answer.failure == "exception" and middle.result is not None
        return (
            Finding("stopped_at_planes_without_brain", STOPS, stops=True) if is_of_planes else None
        )
    if answer.result is None or seen.plain is None or answer.result.shape != volume[:first].shape:
        return None
    part, same = answer.result, seen.plain[:first]
    bright = seen.head.scalp_and_bone[:first] & (volume[:first] > volume.max() / 3)
    if not np.array_equal(part, same) or not (part != 0)[bright].mean() > 0.2:
        return None
    if not _is_told_apart_by_plane(seen):
        return None
    explains = of_tissues(_is_by_slice)
    return Finding("worked_slice_by_slice", BY_SLICE, is_all=True, explains=explains)


def _is_by_slice(shown):
    """Return whether the first planes come out the same without those behind them."""
    half = len(shown.came) // 2
    part = shown.asked(shown.arguments[0][:half])
    return part is not None and np.array_equal(part, shown.came[:half])


def _is_told_apart_by_plane(seen):
    """Return whether planes come out the same if all planes behind them become brighter."""
    volume, half = seen.head.image.copy(), len(seen.head.image) // 2
    volume[half:] *= 8
    came = seen.result(volume)
    if came is None or values.brightness(seen) is not None:
        return False
    same = np.array_equal(came[:half], seen.plain[:half])
    return same and np.array_equal(came[half:] != 0, seen.kept[half:])


STOPS = (
    "Planes that show no brain stop your function with an error, as happens if each plane is "
    "worked on by itself."
)
BY_SLICE = (
    "Planes that show no brain keep their scalp, whatever the other planes are; take each step "
    "once, on the whole volume, with a footprint of three axes."
)


def described(seen):
    """Say how much is kept of each tissue, if nothing else is known."""
    left = seen.shares
    if left is None or left.is_right:
        return None
    text = f"Of a plain head without bridges, {_amounts(left)}."
    return Finding("shares", text, explains=failures(*left.wrong))
