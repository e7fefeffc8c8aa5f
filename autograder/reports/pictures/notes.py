"""The sentences below a picture: what its frames, hatches, lines and shades mean."""

from __future__ import annotations

import numpy as np

from autograder.imaging.grids import pixel_of, place
from autograder.reports.pictures.neighbourhoods import neighbourhood_of

REGIONS = {
    "kept": "Solid line: what you kept.",
    "to keep": "Dashed line: what should be kept.",
    "left": "Stripes on orange: left, though it should be 0.",
    "lost": "Crosses on blue: taken away, though it should be kept.",
}


def notes_on(case, panels):
    """Return a sentence for each kind of mark that is on some panel."""
    neighbourhood = neighbourhood_of(case)
    sentences = {
        "pixel": f"Thick frame: the first wrong {{pixel}}, {place(case.where or ())}.",
        "part": "Thin frame: the part that is shown in numbers.",
        **(neighbourhood.notes if neighbourhood else {}),
        "difference": "Difference: yours minus expected.",
        **REGIONS,
        "not finite": "A question mark stands for a number that is not finite.",
    }
    seen = _marks_on(panels)
    pixel = pixel_of(case.yours)
    return [each.format(pixel=pixel) for mark, each in sentences.items() if mark in seen]


def _marks_on(panels):
    """Return the kinds of marks on some panels, as a set."""
    panels = [panel for panel in panels if panel.pixels is not None]
    marks = {frame.kind for panel in panels for frame in panel.frames}
    marks |= {each.kind for panel in panels for each in panel.regions if each.mask.any()}
    marks |= {"beyond" for panel in panels if panel.pixels_beyond()}
    marks |= {"difference" for panel in panels if panel.diverging}
    marks |= {"not finite" for panel in panels if panel.numbered and np.isnan(panel.pixels).any()}
    return marks
