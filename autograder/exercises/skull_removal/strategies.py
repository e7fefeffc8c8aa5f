"""Heads to try a skull removal on: the whole range that the exercise states, and nothing outside.

Usage: ``@given(head=heads())``; ``heads(dtype="float64")`` fixes that parameter of `phantoms.head`.
The first that is drawn is a small round one without folds, bridges or drift that fills its image.
"""

from hypothesis import strategies as st

from autograder.exercises.skull_removal.drawn_head import drawn_head


def heads(**fixed):
    """One slice of a head, from 40 to 200 pixels a side."""
    brains = st.tuples(*[_mostly_small(30, 100, 45)] * 2)
    return _heads(brains, side=200, thinnest=2, thickest=10, fixed=fixed)


def head_volumes(**fixed):
    """A whole head, at most 64 voxels a side.

    The first and the last planes in every direction show scalp and bone and no brain.
    """
    brains = st.tuples(*[_mostly_small(28, 42, 32)] * 3)
    return _heads(brains, side=64, thinnest=2, thickest=14, fixed=fixed)


def flat_head_volumes(**fixed):
    """A whole head that is wide and flat under a thick scalp, at most 64 voxels a side.

    Much of the scalp lies in planes without brain: whoever works plane by plane keeps it there,
    with any footprint.
    """
    brains = st.tuples(st.integers(28, 32), st.integers(40, 42), st.integers(40, 42))
    return _heads(brains, side=64, thinnest=3, thickest=9, fixed=fixed)


@st.composite
def _heads(draw, brains, side, thinnest, thickest, fixed):
    """Heads in images no larger than `side`; the brain is at least `thickest` times the scalp."""
    brain = draw(brains)
    dtype, brightness = draw(_units())
    across = min(brain)
    # Larger ones would make the scalp a bright piece larger than the brain.
    folds, widest_gap, scalp = across // 15, across // 8, across // thickest
    wall = folds + widest_gap + scalp + 1
    # With wider margins the picture is mostly background, and its mean says nothing of the head.
    room = [min(size, side - size - 2 * wall) // 2 for size in brain]
    # Only wider gaps have bridges two pixels wide; of narrower bridges, those that lie aslant touch
    # brain and scalp at corners only.
    gap = draw(st.integers(2, widest_gap) | st.integers(min(3, widest_gap), widest_gap))
    drawn = {
        # No margin: the head touches the border, where padding goes wrong.
        "margins": st.tuples(*[st.tuples(st.integers(0, r), st.integers(0, r)) for r in room]),
        "folds": st.integers(0, folds),
        # Larger ones would leave a small brain too thin for the larger footprints.
        "ventricles": st.sampled_from([0.15, 0.2]),
        # At 2, one pixel of fluid and one of bone: whoever dilates two steps too far has scalp.
        "gap": st.just(gap),
        "scalp": st.integers(thinnest, scalp),
        # One bridge makes brain and scalp one component; most heads have several.
        "bridges": st.sampled_from([0, 1, *range(2, 5), *range(2, 5), *range(2, 5)]),
        # As wide as it is long, a bridge would outlast an opening: its two ends would touch.
        "bridge_width": st.just(min(2, gap - 1)) | st.integers(1, min(2, gap - 1)),
        "gap_brightness": _hundredths(0, 30),
        # Dimmer than the brain and brighter: no order of brightness singles out the brain.
        "scalp_brightness": _hundredths(60, 200),
        # A threshold that suits one side of the head must suit the other.
        "drift": _hundredths(0, 30),
        "noise": _hundredths(1, 5),
        "dtype": st.just(dtype),
        "brightness": st.just(brightness),
        "seed": st.integers(0, 2**16),
    }
    fixed = {name: st.just(value) for name, value in fixed.items()}
    return draw(st.builds(drawn_head, brain=st.just(brain), **(drawn | fixed)))


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
