"""The picture of a counterexample, as a Matplotlib figure."""

from __future__ import annotations

import textwrap

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from autograder.reports.failed_call import FailedCall
from autograder.reports.pictures.cut_out import arrangements_of_a_cut_out
from autograder.reports.pictures.drawing import defaults, draw
from autograder.reports.pictures.layout import MARGIN, arranged
from autograder.reports.pictures.notes import notes_on
from autograder.reports.pictures.numbered import arrangements_of_numbers

CALL = 0.22
NOTE, NOTE_SIZE, NOTE_CHARACTER, NARROWEST = 0.16, 8, 0.063, 4.5
DOTS_PER_INCH = 144
# Points in an inch, and how far frames reach beyond the pixels that they are round.
POINTS, EDGE = 72, 3


def picture_of(counterexample):
    """Return the picture of a counterexample, a pure function of its record.

    It shows the arguments, what was expected, what came and the difference side by side, with the
    first wrong pixel framed in each; see `words_of` for the same in words.

    Parameters
    ----------
    counterexample : dict or None
        As it stands in a result record.

    Returns
    -------
    figure : matplotlib.figure.Figure or None
        At most 8.6 inches wide, on white; not known to pyplot. None if there is nothing to
        draw: no counterexample, or a call that gave no result.
    """
    case = FailedCall.of(counterexample)
    if case is None or case.yours is None:
        return None
    lines, pixel, notes = _arranged(case)
    with defaults():
        return _figure_of(case.call, lines, pixel, notes)


def pieces_of(counterexample):
    """Return what a page needs to let a picture wrap if it is too wide.

    Parameters
    ----------
    counterexample : dict
        One that `picture_of` draws.

    Returns
    -------
    boxes : list of tuple of float
        Left, top, width and height of each array's panels in the picture, in points.
    call : str
        What stands above them.
    notes : list of str
        What stands below them.
    """
    case = FailedCall.of(counterexample)
    lines, pixel, notes = _arranged(case)
    boxes, top = [], MARGIN + CALL
    for line in lines:
        for left, *rest in line.boxes(top, pixel):
            x, y, width, height = (POINTS * each for each in (left, *rest))
            boxes.append((x - EDGE, y, width + 2 * EDGE, height))
        top += line.height(pixel)
    return boxes, case.call, notes


def _arranged(case):
    """Return the lines of panels of a case, the size of a pixel, and the notes."""
    arrangements = arrangements_of_a_cut_out if case.is_cut_out else arrangements_of_numbers
    lines, pixel = arranged(arrangements(case))
    return lines, pixel, notes_on(case, [panel for line in lines for panel in line.panels])


def _figure_of(call, lines, pixel, notes):
    """Return the figure of some lines of panels, below what was called, with notes below them."""
    width = max(NARROWEST, *(line.width(pixel) for line in lines))
    notes = textwrap.wrap(" ".join(notes), int((width - 2 * MARGIN) / NOTE_CHARACTER))
    height = CALL + sum(line.height(pixel) for line in lines) + NOTE * len(notes) + 2 * MARGIN
    figure = Figure((width, height), dpi=DOTS_PER_INCH, facecolor="white")
    FigureCanvasAgg(figure)
    at = 1 - MARGIN / height
    figure.text(MARGIN / width, at, call, fontsize=9, family="monospace", va="top")
    top = MARGIN + CALL
    for line in lines:
        for place in line.places(top, pixel):
            how = place.number_size, place.digits, place.has_row_labels
            draw(place.panel, _axes_at(place, figure), *how)
        top += line.height(pixel)
    for row, note in enumerate(reversed(notes)):
        bottom = (MARGIN + NOTE * row) / height
        figure.text(MARGIN / width, bottom, note, fontsize=NOTE_SIZE, color="0.25", va="bottom")
    return figure


def _axes_at(place, figure):
    """Return new axes in the box of a place."""
    width, height = figure.get_size_inches()
    bottom = height - place.top - place.height
    box = place.left / width, bottom / height, place.width / width, place.height / height
    return figure.add_axes(box)
