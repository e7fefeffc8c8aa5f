"""Heads to test a skull removal with, over the whole range that the exercise states and never outside it.

Usage: ``@given(head=heads())``. Every head shrinks towards a small round one without folds, bridges or
drift that fills its image.
"""

from hypothesis import strategies as st

from autograder.phantoms import head


def heads():
    """One slice of a head, from 36 to about 200 pixels a side."""
    return _heads(dimensions=2, smallest=30, largest=100, side=200, scalp_share=10)


def head_volumes():
    """A whole head, at most 64 voxels a side.

    Its first and last slices in every direction show scalp and bone and no brain, and the next ones little:
    whoever works slice by slice keeps scalp there.
    """
    return _heads(dimensions=3, smallest=28, largest=42, side=64, scalp_share=14)


@st.composite
def _heads(draw, dimensions, smallest, largest, side, scalp_share):
    brain = draw(st.tuples(*[st.integers(smallest, largest)] * dimensions))
    dtype, brightness = draw(units())
    across = min(brain)
    # A thicker scalp, further out, would be a bright piece larger than the brain.
    folds, gap, scalp = across // 15, across // 8, across // scalp_share
    room = [(side - size) // 2 - folds - gap - scalp - 1 for size in brain]
    return draw(
        st.builds(
            head,
            st.just(brain),
            # No margin: the head touches the border, where padding and clearing the border go wrong.
            margins=st.tuples(*[st.tuples(st.integers(0, r), st.integers(0, r)) for r in room]),
            folds=st.integers(0, folds),
            # Slits as well as large ventricles; without any, filling holes must do no harm.
            ventricles=st.sampled_from([0.0, 0.15, 0.2]),
            # Two pixels are as narrow as the range allows: one step of dilation too many meets the scalp.
            gap=st.integers(2, gap),
            scalp=st.integers(2, scalp),
            # One bridge makes brain and scalp one component; several hold on to one another.
            bridges=st.integers(0, 4),
            bridge_width=st.integers(1, 2),
            gap_brightness=hundredths(0, 30),
            # Dimmer than the brain, as bright, and brighter: neither the darkest nor the brightest is brain.
            scalp_brightness=hundredths(60, 200),
            # A threshold that suits one side of the head must suit the other.
            drift=hundredths(0, 30),
            noise=hundredths(1, 5),
            dtype=st.just(dtype),
            brightness=st.just(brightness),
            seed=st.integers(0, 2**16),
        )
    )


def units():
    """A dtype, and how bright the brain is in it: a threshold must come from the image.

    Integers leave room for a scalp twice as bright with noise, and are fine enough to show noise.
    """
    return st.one_of(
        st.tuples(st.sampled_from(["float64", "float32"]), st.floats(1e-3, 1e4)),
        st.tuples(st.just("uint8"), st.floats(60, 100)),
        st.tuples(st.sampled_from(["int16", "uint16", "int32"]), st.floats(60, 10_000)),
    )


def hundredths(smallest, largest):
    """Fractions that print short and shrink to the smallest."""
    return st.integers(smallest, largest).map(lambda count: count / 100)
