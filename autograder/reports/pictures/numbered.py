"""A case as numbers: each array in panels of its own, with the values on the pixels."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from autograder.imaging.figures.panels import black_and_white
from autograder.reports.pictures.neighbourhoods import frames_on, neighbourhood_of
from autograder.reports.pictures.parts import LARGE
from autograder.reports.pictures.planes import PanelSource, overview, panels_of


def arrangements_of_numbers(case):
    """Return ways to arrange the panels in lines, the one with the fewest lines first."""
    inputs, results = _inputs_of(case), _results_of(case)
    return [
        [inputs + results],
        [inputs, results],
        [inputs, results[:2], results[2:]],
        [inputs, *([group] for group in results)],
        [[group] for group in inputs + results],
    ]


def _inputs_of(case):
    """Return the panels of each argument, the image with what its first wrong pixel depends on.

    Of a large image, a small copy shows which part the numbers are of.
    """
    is_whole = case.is_of_a_large_image
    sources = [
        PanelSource(name, array, is_whole=is_whole) for name, array in case.arguments.items()
    ]
    groups = []
    if case.where is not None and case.lies_on_the_image:
        neighbourhood = neighbourhood_of(case)
        sources[0] = replace(
            sources[0],
            where=case.where,
            frames=lambda plane: frames_on(case, plane),
            border=neighbourhood.border if neighbourhood else "constant",
        )
        if not is_whole and case.image.ndim in (2, 3) and max(case.image.shape[-2:]) >= LARGE:
            groups.append(_on_one_scale([overview(sources[0])]))
    return groups + [_on_one_scale(panels_of(each)) for each in sources]


def _results_of(case):
    """Return the panels of expected and yours, on one scale, and those of the difference."""
    like_the_image = np.shape(case.image)
    groups = [
        panels_of(
            PanelSource(
                name,
                array,
                case.where,
                says_size=array.shape != like_the_image,
                is_whole=case.is_of_a_large_image and array.shape == like_the_image,
            )
        )
        for name, array in (("expected", case.expected), ("yours", case.yours))
        if array is not None
    ]
    scaled = iter(_on_one_scale([panel for group in groups for panel in group]))
    groups = [[next(scaled) for _ in group] for group in groups]
    if case.difference is not None:
        source = PanelSource(
            "difference",
            case.difference,
            case.where,
            diverging=True,
            says_size=False,
            is_whole=case.is_of_a_large_image,
        )
        groups.append(_on_one_scale(panels_of(source)))
    return groups


def _on_one_scale(panels):
    """Return panels on which the same value has the same brightness, or colour, everywhere."""
    values = [panel.pixels.ravel() for panel in panels if panel.pixels is not None]
    if not values:
        return panels
    low, high = black_and_white(np.concatenate(values))
    if panels[0].diverging:
        widest = max(abs(low), abs(high)) or 1.0
        low, high = -widest, widest
    return [replace(panel, limits=(low, high)) for panel in panels]
