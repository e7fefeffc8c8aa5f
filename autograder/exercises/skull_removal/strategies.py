"""Heads to try a skull removal on: the whole range that the exercise states, and nothing outside.

Usage: ``@given(head=heads())``; ``heads(dtype="float64")`` fixes that parameter of `phantoms.head`;
a strategy draws it.
The first that is drawn is a small round one without folds, bridges or drift that fills its image.
"""

from hypothesis import strategies as st

from autograder.exercises.skull_removal.drawn_head import drawn_head


def heads(brain=None, **fixed):
    """One slice of a head, from 40 to 200 pixels a side; `brain` fixes the sides of its brain."""
    brains = st.just(brain) if brain else st.tuples(*[_mostly_small(30, 100, 45)] * 2)
    return _heads(brains, side=200, thinnest=2, thickest=10, widest_bridge=2, fixed=fixed)


def head_volumes(**fixed):
    """A whole head, at most 64 voxels a side.

    The first and the last planes in every direction show scalp and bone and no brain.
    """
    brains = st.tuples(*[_mostly_small(28, 42, 32)] * 3)
    return _heads(brains, side=64, thinnest=2, thickest=14, widest_bridge=4, fixed=fixed)


def flat_head_volumes(**fixed):
    """A whole head that is wide and flat under a thick scalp, at most 64 voxels a side.

    Much of the scalp lies in planes without brain: whoever works plane by plane keeps it there,
    with any footprint. Bridges are many, and as wide as they may be.
    """
    brains = st.tuples(st.integers(32, 34), st.integers(40, 42), st.integers(40, 42))
    fixed = {"bridges": st.integers(2, 4).map(lambda fewer: 6 - fewer), "gap": 4} | fixed
    return _heads(brains, side=64, thinnest=3, thickest=9, widest_bridge=4, fixed=fixed)


def moved_heads(**fixed):
    """A small slice of a head in one corner: another head of its shape lies elsewhere in it."""
    fixed = {"margins": ((0, 12), (12, 0))} | fixed
    brains = st.tuples(*[st.integers(30, 34)] * 2)
    return _heads(brains, side=200, thinnest=2, thickest=10, widest_bridge=2, fixed=fixed)


def moved_head_volumes(**fixed):
    """A small whole head in one corner, as in `moved_heads`."""
    fixed = {"margins": ((0, 6), (6, 0), (0, 6)), "neck": 0.0} | fixed
    brains = st.just((28, 28, 28))
    return _heads(brains, side=64, thinnest=2, thickest=14, widest_bridge=4, fixed=fixed)


@st.composite
def _heads(draw, brains, side, thinnest, thickest, widest_bridge, fixed):
    """Heads in images no larger than `side`; the brain is at least `thickest` times the scalp."""
    brain = draw(brains)
    dtype, brightness = draw(_units())
    across = min(brain)
    # Larger ones would make the scalp a bright piece larger than the brain.
    folds, widest_gap, scalp = across // 15, across // 8, across // thickest
    wall = folds + widest_gap + scalp + 1
    # Only wider gaps have bridges two pixels wide; of narrower bridges, those that lie aslant touch
    # brain and scalp at corners only.
    gaps = st.integers(2, widest_gap) | st.integers(min(3, widest_gap), widest_gap)
    gap = draw(gaps) if "gap" not in fixed else fixed["gap"]
    # As wide as it is long, a bridge would outlast an opening in a slice: its two ends would touch.
    bridge = widest_bridge if gap >= widest_bridge > 2 else min(2, gap - 1)
    drawn = {
        "margins": st.tuples(*[_margins(size, side - size - 2 * wall) for size in brain]),
        "folds": st.integers(0, folds),
        # Larger ones would leave a small brain too thin for the larger footprints.
        "ventricles": st.sampled_from([0.15, 0.2, 0.15, 0.2, 0.0]),
        # At 2, one pixel of fluid and one of bone: whoever dilates two steps too far has scalp.
        "gap": st.just(gap),
        "scalp": st.just(thinnest) | st.integers(thinnest, scalp),
        # One bridge makes brain and scalp one component; most heads have several.
        "bridges": st.sampled_from([0, 1, *range(2, 5), *range(2, 5), *range(2, 5)]),
        "bridge_width": st.just(bridge) | st.integers(1, bridge),
        # Slices are of heads above the neck.
        "neck": st.just(0.0) | _hundredths(15, 22) if len(brain) == 3 else st.just(0.0),
        "gap_brightness": _hundredths(0, 30) | st.just(0.3),
        # Dimmer than the brain and brighter: no order of brightness singles out the brain.
        "scalp_brightness": _hundredths(60, 200) | st.just(2.0),
        # A threshold that suits one side of the head must suit the other.
        "drift": _hundredths(0, 30),
        "noise": _hundredths(1, 5),
        "dtype": st.just(dtype),
        "brightness": st.just(brightness),
        "seed": st.integers(0, 2**16),
    }
    fixed = {
        name: value if isinstance(value, st.SearchStrategy) else st.just(value)
        for name, value in fixed.items()
    }
    return draw(st.builds(drawn_head, brain=st.just(brain), **(drawn | fixed)))


def _margins(size, room):
    """Pairs of margins: narrow ones, none (padding goes wrong there), or wide on one side alone."""
    narrow, wide = min(size, room) // 2, min(14 * size // 10, room)
    both = st.tuples(st.integers(0, narrow), st.integers(0, narrow))
    return both | both | st.sampled_from([(0, 0), (0, wide), (wide, 0), (wide // 2, wide // 2)])


def _mostly_small(smallest, largest, small):
    """Lengths, at least half of them at most `small`: small heads teach as much, and sooner."""
    return st.integers(smallest, small) | st.integers(smallest, largest)


def _units():
    """A dtype, and how bright the brain is in it: no fixed threshold suits them all.

    Integers are fine enough to show the noise, and leave room for a scalp twice as bright with
    noise on top.
    """
    return st.one_of(
        st.tuples(st.sampled_from(["float64", "float32"]), st.floats(1e-3, 1e4)),
        st.tuples(st.just("uint8"), st.floats(60, 100)),
        st.tuples(st.just("int16"), st.floats(60, 10_000)),
        st.tuples(st.just("uint16"), st.floats(60, 30_000)),
        # No brighter: histograms of integers have a bin for every grey value, and take their time.
        st.tuples(st.just("int32"), st.floats(60, 60_000)),
    )


def _hundredths(smallest, largest):
    """Fractions that print short."""
    return st.integers(smallest, largest).map(lambda count: count / 100)
