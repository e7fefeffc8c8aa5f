"""Heads to try a skull removal on: the whole range that the exercise states, and nothing outside.

Usage: ``@given(head=heads())``; ``heads(dtype="float64")`` fixes that parameter of `phantoms.head`;
a strategy draws it. What decides whether a mistake shows goes round by the number of the example;
chance chooses within each part. The first head is of floats.
"""

import random

from hypothesis import strategies as st

from autograder.authoring.strata import in_turn
from autograder.authoring.strategies import SEEDS
from autograder.exercises.skull_removal.drawn_head import drawn_head

# By dtype, the brain's least and greatest brightness. Integers are fine enough to show the
# noise, and leave room for a scalp twice as bright with noise on top. None is brighter: histograms
# of integers have a bin for every grey value, and take their time.
UNITS = {
    "float64": (1e-3, 1e4),
    "uint8": (60, 100),
    "float32": (1e-3, 1e4),
    "int16": (60, 10_000),
    "uint16": (60, 30_000),
    "int32": (60, 60_000),
}
DTYPES = tuple(UNITS)
# Of the range of each parameter, from 0 to 1, the parts that go round.
LOW, HIGH, ANY, LEAST, MOST = (0, 0.5), (0.5, 1), (0, 1), (0, 0), (1, 1)
PARTS = {
    # No fixed threshold suits the dim and the bright, which are beyond bytes if they can be.
    "brightness": ((0.8, 1), LOW),
    "folds": (LOW, HIGH),
    # The narrowest: whoever dilates two steps too far has scalp. Only wider ones have bridges two
    # pixels wide; of narrower bridges, those that lie aslant touch at corners only.
    "gap": (HIGH, LEAST, ANY),
    "scalp": (LEAST, ANY),
    "bridge_width": (MOST, ANY),
    "neck": (ANY, LEAST),
    "gap_brightness": (MOST, ANY),
    # Dimmer than the brain and brighter: no order of brightness singles out the brain.
    "scalp_brightness": ((0.3, 1), (0, 0.28), MOST),
    # A threshold that suits one side of the head must suit the other.
    "drift": (HIGH, LOW),
    "noise": (LOW, HIGH),
}
# Some more than one side, as padding goes wrong without margins, and heads lie anywhere.
MARGINS = {
    2: ("narrow", "none", "before", "narrow", "behind", "wide"),
    3: ("narrow", "narrow", "behind", "narrow", "none", "before"),
}
# One bridge makes brain and scalp one component; most heads have several.
BRIDGES = (3, 2, 4, 0, 3, 2, 4, 1)
SOME_BRIDGES = in_turn((3, 2, 4, 1))
# Larger ones would leave a small brain too thin for the larger footprints.
VENTRICLES = (0.15, 0.2, 0.0, 0.2, 0.15)
# Most sides of a slice's brain are small: small heads teach as much, and sooner.
SMALL = (30, 42), (30, 42)


def heads(dtypes=DTYPES, brain=None, **fixed):
    """One slice of a head, from 40 to 200 pixels a side; `brain` fixes the sides of its brain."""
    sides = [in_turn([(each, each)]) for each in brain] if brain else _sides(2, (30, 100), *SMALL)
    return _slices(sides, dtypes, **fixed)


def small_heads(dtypes=DTYPES):
    """One slice of a head that is small, so that nothing but its dtype is special about it."""
    return _slices(_sides(2, *SMALL), dtypes)


def head_volumes(dtypes=DTYPES, **fixed):
    """A whole head, at most 64 voxels a side.

    The first and the last planes in every direction show scalp and bone and no brain.
    """
    sides = _sides(3, (28, 32), (28, 42))
    return _volumes(sides, 2, 14, dtypes, **fixed)


def flat_head_volumes(dtypes=DTYPES, **fixed):
    """A whole head that is wide and flat under a thick scalp, at most 64 voxels a side.

    Much of the scalp lies in planes without brain: whoever works plane by plane keeps it there,
    with any footprint. Bridges are many, and as wide as they may be. Every second head is so dark
    in its ventricles that integers are 0 there.
    """
    sides = [*_sides(1, (32, 34)), *_sides(2, (40, 42))]
    margins = in_turn([((0, 0),) * 3, ((1, 1), (0, 2), (2, 0))])
    dark = {"ventricles": 0.2, "gap_brightness": in_turn((0.3, 0.0)), "noise": 0.01}
    fixed = {"bridges": in_turn((6, 4, 5)), "gap": 4, "margins": margins} | dark | fixed
    return _volumes(sides, 3, 9, dtypes, **fixed)


def moved_heads(**fixed):
    """A small slice of a head in one corner: another head of its shape lies elsewhere in it."""
    fixed = {"margins": ((0, 12), (12, 0)), "scalp": 3} | fixed
    return _slices(_sides(2, (30, 34)), **fixed)


def moved_head_volumes(**fixed):
    """A small whole head in one corner, as in `moved_heads`."""
    fixed = {"margins": ((0, 6), (6, 0), (6, 0)), "neck": 0.0} | fixed
    return _volumes(_sides(3, (28, 28)), 2, 14, **fixed)


def _sides(ndim, *ranges):
    """Strategies for as many ranges of lengths, each one of `ranges` after another."""
    return [in_turn(ranges) for _ in range(ndim)]


def _slices(sides, dtypes=DTYPES, **fixed):
    """Heads of two axes, at most 200 pixels a side."""
    return _heads(sides, dtypes, (200, 2, 10, 2), fixed)


def _volumes(sides, thinnest, thickest, dtypes=DTYPES, **fixed):
    """Heads of three axes, at most 64 voxels a side."""
    return _heads(sides, dtypes, (64, thinnest, thickest, 4), fixed)


def _heads(sides, dtypes, limits, fixed):
    """Heads within limits: the image's side, the scalp's least width, and `thickest`.

    The brain is at least `thickest` times as wide as the scalp. The last limit is the width of
    bridges.
    """
    strategies = {
        "units": in_turn([(dtype, *UNITS[dtype]) for dtype in dtypes]),
        "sides": st.tuples(*sides),
        "margins": st.tuples(*[in_turn(MARGINS[len(sides)]) for _ in sides]),
        "ventricles": in_turn(VENTRICLES),
        "bridges": in_turn(BRIDGES),
        "parts": st.fixed_dictionaries({name: in_turn(parts) for name, parts in PARTS.items()}),
        "seed": SEEDS,
        "fixed": st.fixed_dictionaries(
            {
                name: value if isinstance(value, st.SearchStrategy) else st.just(value)
                for name, value in fixed.items()
            }
        ),
    }
    return st.fixed_dictionaries(strategies).map(lambda drawn: _head(limits, **drawn))


def _head(limits, units, sides, margins, ventricles, bridges, parts, seed, fixed):
    """Return the `DrawnHead` of what goes round; a seed's own chances choose the rest."""
    side, thinnest, thickest, widest_bridge = limits
    chance = random.Random(f"{seed}/{units[0]}").random
    brain = tuple(_whole(*each, chance()) for each in sides)
    across = min(brain)
    # Larger ones would make the scalp a bright piece larger than the brain.
    folds, widest_gap, scalp = across // 15, across // 8, across // thickest
    wall = folds + max(widest_gap, fixed.get("gap", 0)) + max(scalp, fixed.get("scalp", 0)) + 1
    at = {name: low + chance() * (high - low) for name, (low, high) in parts.items()}
    gap = fixed.get("gap", _whole(2, widest_gap, at["gap"]))
    # As wide as it is long, a bridge would outlast an opening in a slice: its two ends would touch.
    bridge = widest_bridge if gap >= widest_bridge > 2 else min(2, gap - 1)
    dtype, darkest, brightest = units
    has_neck = len(brain) == 3 and at["neck"] > 0  # slices are of heads above the neck
    drawn = {
        "margins": tuple(
            _margins(size, side - size - 2 * wall, kind, chance)
            for size, kind in zip(brain, margins, strict=True)
        ),
        "folds": _whole(0, folds, at["folds"]),
        "gap": gap,
        "scalp": _whole(thinnest, scalp, at["scalp"]),
        "bridge_width": _whole(1, bridge, at["bridge_width"]),
        "neck": _hundredths(15, 22, at["neck"]) if has_neck else 0.0,
        "gap_brightness": _hundredths(0, 30, at["gap_brightness"]),
        "scalp_brightness": _hundredths(60, 200, at["scalp_brightness"]),
        "drift": _hundredths(0, 30, at["drift"]),
        "noise": _hundredths(1, 5, at["noise"]),
        "brightness": float(f"{darkest * (brightest / darkest) ** at['brightness']:.3g}"),
        "seed": seed % 2**16,
    }
    whole = {"brain": brain, "ventricles": ventricles, "bridges": bridges, "dtype": dtype}
    return drawn_head(**(whole | drawn | fixed))


def _margins(size, room, kind, chance):
    """Return a pair of margins: narrow ones, none, or wide on one side alone or on both."""
    narrow, wide = min(size, room) // 2, min(14 * size // 10, room)
    return {
        "narrow": (_whole(0, narrow, chance()), _whole(0, narrow, chance())),
        "none": (0, 0),
        "before": (wide, 0),
        "behind": (0, wide),
        "wide": (wide // 2, wide // 2),
    }[kind]


def _whole(smallest, largest, fraction):
    """Return the whole number at some fraction of the way, all of them equally often."""
    return min(smallest + int(fraction * (largest - smallest + 1)), largest)


def _hundredths(smallest, largest, fraction):
    """Return a number that prints short."""
    return _whole(smallest, largest, fraction) / 100
