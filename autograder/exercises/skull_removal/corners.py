"""Corners of the range of heads, which chance hardly reaches: one head of each."""

from __future__ import annotations

from hypothesis import strategies as st

from autograder.exercises.skull_removal.strategies import head_volumes, heads

# Sides of a brain, and a margin of 1.4 of them: the middle of the image lies outside of the head.
IN_A_CORNER = {"brain": (60, 60), "margins": ((0, 84), (0, 84)), "folds": 0, "gap": 4, "scalp": 6}
# What is most easily taken for brain that is thin, beside a gap that hardly parts them.
BRIGHT_AND_THIN = {"scalp": 2, "scalp_brightness": 2.0, "gap": 2, "gap_brightness": 0.3}
TYPED = (("uint8", 80), ("uint16", 20_000), ("int32", 50_000), ("float32", 5_000))


def slices():
    """Return strategies for slices of heads."""
    dim = st.floats(1e-3, 0.5)
    corners = (
        heads(**IN_A_CORNER),
        heads(ventricles=0.0),
        heads(dtype="float64", brightness=dim),
        heads(**BRIGHT_AND_THIN),
        *(heads(dtype=dtype, brightness=brightness) for dtype, brightness in TYPED),
    )
    return [{"head": head} for head in corners]


def volumes():
    """Return strategies for whole heads."""
    whole = {"margins": ((0, 6), (4, 0), (2, 3)), "ventricles": 0.0}
    return [{"head": head_volumes(dtype="int16", brightness=900, **whole)}]
