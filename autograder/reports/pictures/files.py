"""Pictures as files: SVG for pages, PNG for notebooks and folders."""

from __future__ import annotations

import io
import re

from autograder.reports.pictures.defaults import defaults

NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
IDS = re.compile(r'(\bid="|\bhref="#|url\(#)')


def as_png(figure):
    """Return a figure as the bytes of a PNG file."""
    with defaults():
        file = io.BytesIO()
        figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def as_svg(figure, prefix="picture"):
    """Return a figure as SVG markup to put into an HTML page; the same on every run.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        From `picture_of`.
    prefix : str
        Begins every id in it: give each picture of a page another one.

    Returns
    -------
    markup : str
        One ``<svg>`` element, without an XML prolog.
    """
    with defaults():
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata=NO_METADATA)
    text = file.getvalue()
    return IDS.sub(rf"\g<1>{prefix}-", text[text.index("<svg") :])
