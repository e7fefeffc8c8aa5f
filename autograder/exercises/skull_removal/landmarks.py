"""Pixels of the real heads whose tissue is plain to see, chosen on enlarged pictures.

All lie well inside their tissue, and none is 0 in the picture, so each can be kept or removed. On
the slice there are none in the face: what joins it to the brain is thicker than the exercise says
that bridges are, and right solutions with small footprints keep it. In the volume there are none in
the thin parts of the brain, which its few thick planes cut through: right solutions that erode by
five voxels, or leave out four planes at either end, lose them. The reference and the unlike
solutions in ``tests/right`` agree on every landmark.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from autograder.imaging.images import b0_head, sagittal_head


@dataclass(frozen=True)
class _Landmarks:
    """What is known about a real head.

    Attributes
    ----------
    picture : callable
        Returns the head, a new array each time.
    brain, elsewhere : dict of tuple of int to str
        For an index into the picture, the tissue that is there: a part of the brain, which must be
        kept, or another, which must go.
    """

    picture: Callable[[], np.ndarray]
    brain: dict[tuple[int, ...], str]
    elsewhere: dict[tuple[int, ...], str]


def _b0_head_with_dim_fluid():
    """The whole head of `b0_head`, brought into the range that the exercise states.

    Its brain is about 200 bright and its fluid up to ten times as much. Here nothing is brighter
    than 400, twice the brain.

    Returns
    -------
    ndarray of shape (24, 58, 58), int16
        Planes from the neck to the crown, rows from the face backwards, columns from right to left.
    """
    return np.minimum(b0_head(), np.int16(400))


SAGITTAL = _Landmarks(
    sagittal_head,
    brain={
        (90, 65): "the frontal lobe",
        (98, 50): "the pole of the frontal lobe",
        (112, 60): "the base of the frontal lobe",
        (60, 120): "the top of the brain",
        (52, 140): "the top of the brain",
        (85, 105): "the middle of the brain",
        (75, 160): "the parietal lobe",
        (100, 170): "the occipital lobe",
        (120, 80): "the pole of the temporal lobe",
        (130, 90): "the temporal lobe",
        (128, 112): "the temporal lobe",
        (140, 150): "the cerebellum",
    },
    elsewhere={
        (29, 133): "the scalp of the crown",
        (115, 31): "the scalp of the forehead",
        (100, 193): "the scalp behind",
        (35, 133): "the bone of the crown",
        (140, 122): "the bone around the ear",
        (128, 45): "the eye socket",
        (160, 165): "the fat of the nape",
        (230, 135): "a muscle of the neck",
    },
)

B0 = _Landmarks(
    _b0_head_with_dim_fluid,
    brain={
        (10, 42, 24): "the right occipital lobe",
        (12, 34, 25): "the right ventricle",
        (12, 34, 36): "the left ventricle",
        (14, 25, 24): "the right frontal lobe",
        (16, 34, 20): "the right parietal lobe",
        (16, 34, 40): "the left parietal lobe",
        (18, 38, 36): "the left parietal lobe",
    },
    elsewhere={
        (0, 11, 20): "the right eye",
        (1, 12, 20): "the right eye",
        (0, 11, 36): "the left eye",
        (1, 11, 36): "the left eye",
        (23, 17, 28): "the scalp in front",
        (23, 33, 17): "the scalp on the right",
        (23, 33, 41): "the scalp on the left",
        (23, 45, 30): "the scalp behind",
        (16, 30, 12): "the scalp above the right ear",
        (0, 22, 30): "the base of the skull",
        (20, 12, 28): "the bone of the forehead",
        (10, 28, 3): "the air beside the head",
        (6, 55, 10): "the air behind the head",
    },
)
