"""Corners of the range of heads, which chance hardly reaches: one head of each."""

from __future__ import annotations

from hypothesis import strategies as st

from autograder.exercises.skull_removal.strategies import head_volumes, heads

# Sides of a brain, and a margin of 1.4 of them: the middle of the image lies outside of the head.
IN_A_CORNER = {
    "brain": (60, 60),
    "margins": ((0, 84), (0, 84)),
    "folds": 0,
    "gap": 4,
    "scalp": 6,
    "bridges": 2,
}
# In a large brain, also ventricles are large; they are bytes, and so dark that many of them are 0.
LARGE_VENTRICLES = {
    "dtype": "uint8",
    "brightness": 80,
    "gap_brightness": 0.0,
    "noise": 0.02,
    "brain": (100, 100),
    "ventricles": 0.2,
    "margins": ((2, 2), (2, 2)),
    "gap": 4,
    "scalp": 4,
    "bridges": 2,
}
# What is most easily taken for brain that is thin, beside a gap that hardly parts them.
BRIGHT_AND_THIN = {
    "brightness": 5_000,
    "scalp": 2,
    "scalp_brightness": 2.0,
    "gap": 2,
    "gap_brightness": 0.3,
}
# A scalp that is nearly as large a piece as the brain, and outlasts an erosion. If it were twice as
# bright as well, a threshold would part it from all else.
THICK = {
    "scalp_brightness": st.sampled_from((0.8, 1.1, 1.4)),
    "brain": (60, 60),
    "margins": ((2, 2), (2, 2)),
    "folds": 0,
    "gap": 3,
    "scalp": 9,
    "bridges": 1,
}
# Nothing about these is hard: as bright as the real pictures, one thin bridge, and a wide gap.
_PLAIN = {"bridges": 1, "bridge_width": 1, "gap": 4, "noise": 0.02, "drift": 0.1, "folds": 1}
_PLAIN |= {"gap_brightness": 0.1, "scalp_brightness": 1.2, "ventricles": 0.15}
PLAIN_SLICE = {"dtype": "uint16", "brightness": 130.0, "brain": (38, 34), "scalp": 4} | _PLAIN
PLAIN_VOLUME = {"dtype": "int16", "brightness": 240.0, "neck": 0.0, "scalp": 2} | _PLAIN
TYPED = (("uint8", 80), ("uint16", 20_000), ("int32", 50_000), ("float32", 5_000))


def scalps():
    """Return strategies for heads whose scalp is most easily taken for brain: thin, and thick."""
    return _each(heads(**BRIGHT_AND_THIN), heads(**THICK))


def without_ventricles():
    """Return a strategy for heads without any."""
    return _each(heads(ventricles=0.0, bridges=3))


def with_large_ventricles():
    """Return a strategy for large heads, whose ventricles a closing by a small disk leaves open."""
    return _each(heads(**LARGE_VENTRICLES))


def in_a_corner():
    """Return a strategy for heads that lie far from the middle of the image."""
    return _each(heads(**IN_A_CORNER))


def dim():
    """Return a strategy for heads in which all is below 1."""
    return _each(heads(dtype="float64", brightness=st.floats(1e-3, 0.5), bridges=2))


def typed():
    """Return strategies for heads that are bright for their dtype, of any size."""
    return _each(*(heads(dtype=dtype, brightness=brightness) for dtype, brightness in TYPED))


def plain_slices():
    """Return a strategy for slices that every way to remove a skull should tell apart."""
    return _each(heads(**PLAIN_SLICE))


def plain_volumes():
    """Return a strategy for whole heads like that."""
    return _each(head_volumes(**PLAIN_VOLUME))


def volumes():
    """Return strategies for whole heads."""
    whole = {"margins": ((0, 6), (4, 0), (2, 3)), "ventricles": 0.0}
    bright = {"dtype": "uint16", "brightness": 40_000, "scalp_brightness": 1.2}
    return _each(head_volumes(**bright, **whole))


def _each(*strategies):
    return [{"head": each} for each in strategies]
