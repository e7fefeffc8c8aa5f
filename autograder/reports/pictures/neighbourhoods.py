"""What a pixel of a result depends on: the part of the image under a kernel or a footprint."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.reports.pictures.panels import Frame

# A wider frame would make the pixels too small to read.
WIDEST_FRAME = 13
KINDS = ("reach", "second reach")


@dataclass(frozen=True)
class _Neighbourhood:
    """How a result is made from what lies around each pixel.

    Attributes
    ----------
    steps : int
        How often a neighbourhood is looked at: each step sees what the one before has made.
    border : {"constant", "symmetric"}
        What lies beyond the border, as `numpy.pad` calls it: zeros, or the mirrored image.
    notes : dict of str to str
        What the frames mean, by their kind, and what the pixels "beyond" the border are.
    """

    steps: int
    border: str
    notes: dict[str, str]


NEIGHBOURHOODS = {
    "kernel": _Neighbourhood(
        steps=1,
        border="constant",
        notes={
            "reach": "Dashed frame: the neighbourhood that the kernel weighs.",
            "beyond": "Hatched {pixel}s lie beyond the border and count as 0.",
        },
    ),
    "footprint": _Neighbourhood(
        steps=2,
        border="symmetric",
        notes={
            "reach": "Dashed frame: what the footprint covers.",
            "second reach": "Dotted frame: all that both steps can see.",
            "beyond": "Hatched {pixel}s lie beyond the border, where the image is mirrored.",
        },
    ),
}


def neighbourhood_of(case):
    """Return the `_Neighbourhood` that a case is about, or None."""
    if case.where is None or not case.lies_on_the_image:
        return None
    return NEIGHBOURHOODS.get(case.weights[0])


def frames_on(case, plane=None):
    """Return the frames around what the first wrong pixel depends on.

    Parameters
    ----------
    case : FailedCall
        With two or three axes.
    plane : int, optional
        The plane of the volume to put them on.
    """
    neighbourhood = neighbourhood_of(case)
    if neighbourhood is None:
        return ()
    frames, weights = [], case.weights[1]
    for step, kind in zip(range(1, neighbourhood.steps + 1), KINDS, strict=False):
        *depth, height, width = (step * (side - 1) + 1 for side in weights.shape)
        is_near = not depth or abs(plane - case.where[0]) <= depth[0] // 2
        if is_near and max(height, width) <= WIDEST_FRAME:
            frames.append(Frame.around(case.where[-2:], (height, width), kind))
    return tuple(frames)
