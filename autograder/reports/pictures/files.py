"""Pictures as files: SVG for pages, PNG for notebooks, and a folder with those of a record."""

from __future__ import annotations

import io
import re

from autograder.files import replace_bytes
from autograder.reports.pictures.drawing import defaults
from autograder.reports.pictures.sheet import picture_of

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


def save_pictures(result, folder):
    """Write the picture of each check that did not pass, as ``<number>-<check>.png``.

    Parameters
    ----------
    result : dict
        A result record.
    folder : pathlib.Path
        Where to write them; it is made if need be. What is there of a check that has no picture
        now, since it passes, is removed; nothing else in it is touched.

    Returns
    -------
    paths : list of pathlib.Path
        The files written. There are none for checks without a counterexample.

    Raises
    ------
    OSError
        If the folder cannot be made, or a file not written.
    """
    paths = []
    for number, check in enumerate(result["checks"], start=1):
        path = folder / f"{number:02}-{check['name']}.png"
        figure = picture_of(check["counterexample"])
        if figure is not None:
            replace_bytes(path, as_png(figure), sync=False)
            paths.append(path)
        elif path.exists():
            path.unlink()
    return paths
