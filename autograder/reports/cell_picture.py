"""The picture of a failure in a notebook, whose parts wrap if the window is narrow."""

from __future__ import annotations

import base64
import html
import io
from itertools import groupby

# In a picture 96 of these are an inch, and points are 72.
CSS_PIXELS = 96 / 72
WHOLE = (
    '<div style="width: fit-content; max-width: 100%; '
    'padding: 0.3em; background: white; color: #404040; font-size: 0.85em">{body}</div>'
)
CALL = '<div style="font-family: monospace">{}</div>'
NOTES = '<div style="max-width: 50em">{}</div>'
ROW = '<div style="display: flex; flex-wrap: wrap; gap: 0 0.6em">{}</div>'
# The words stand in the first part, and the others have none: readers aloud say it once.
PART = (
    '<img src="data:image/png;base64,{png}" alt="{words}" '
    'style="width: {width}px; max-width: 100%">'
)


def picture_as_html(example):
    """Return the picture of a case as HTML, with its words, or "" if there is none.

    A picture that cannot be drawn, because of a fault of the kit, leaves its place to the text.

    Parameters
    ----------
    example : dict
        A counterexample, as it stands in a result record.
    """
    from autograder.reports.pictures import picture_of, pieces_of, words_of

    try:
        figure = picture_of(example)
        if figure is None:
            return ""
        boxes, call, notes = pieces_of(example)
        parts = zip(boxes, _parts(figure, boxes, words_of(example)), strict=True)
        rows = [
            ROW.format("".join(part for _, part in row))
            for _, row in groupby(parts, key=lambda pair: round(pair[0][1]))
        ]
        body = [CALL.format(html.escape(call)), *rows, NOTES.format(html.escape(" ".join(notes)))]
        return WHOLE.format(body="".join(body))
    except Exception:  # noqa: BLE001 - a picture must not stand in the way of its text
        return ""


def _parts(figure, boxes, words):
    """Yield the parts of a figure that lie in some boxes, given in points, as HTML."""
    import numpy as np
    from matplotlib.image import imsave

    from autograder.reports.pictures.drawing import defaults

    with defaults():
        figure.canvas.draw()
    pixels, scale = np.asarray(figure.canvas.buffer_rgba()), figure.dpi / 72
    for left, top, width, height in boxes:
        columns, rows = (
            slice(max(round(start * scale), 0), round((start + length) * scale))
            for start, length in ((left, width), (top, height))
        )
        file = io.BytesIO()
        imsave(file, pixels[rows, columns], format="png", metadata={"Software": None})
        png = base64.b64encode(file.getvalue()).decode()
        yield PART.format(png=png, words=html.escape(words), width=round(width * CSS_PIXELS))
        words = ""
