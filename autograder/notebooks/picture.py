"""The picture below a notebook's check cell: that of the first failure, once a run of the cell."""

from __future__ import annotations

import base64
import html
import sys

CSS_PIXELS_PER_INCH = 96
HTML = (
    '<p style="margin: 0.5em 0">{claim}</p>'
    '<img src="data:image/png;base64,{png}" alt="{words}" width="{width}" style="max-width: 100%">'
)

# The number that the shell gave to the run of the cell in which a picture was shown last.
_shown_in = None


def show_first_picture(outcome):
    """Show the picture of a failed check, if the running cell has none yet.

    Without IPython, and where there is nothing to draw, nothing happens.

    Parameters
    ----------
    outcome : Outcome
        Of a check that did not pass.
    """
    global _shown_in
    shell = running_shell()
    if shell is None or shell.execution_count == _shown_in:
        return
    from IPython.display import display

    bundle = bundle_of(outcome)
    if bundle:
        _shown_in = shell.execution_count
        display(bundle, raw=True)


def running_shell():
    """Return the IPython shell that runs this, or None."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def bundle_of(outcome):
    """Return a picture as HTML, with its words as alternative text and as plain text.

    JupyterLab shows a bare PNG without alternative text. A picture that cannot be drawn, through a
    fault of ours, is said so: all that it would show stands in the check's text, too.
    """
    from autograder.reports.pictures import as_png, picture_of, words_of

    example = outcome.record()["counterexample"]
    try:
        figure = picture_of(example)
        if figure is None:
            return None
        png, words = base64.b64encode(as_png(figure)).decode(), words_of(example)
    except Exception as error:  # noqa: BLE001 - a picture must not stand in the way of its text
        return {"text/plain": f"The picture could not be drawn: {error!r}"}
    width = round(figure.get_figwidth() * CSS_PIXELS_PER_INCH)
    parts = {"claim": html.escape(outcome.claim), "words": html.escape(words), "width": width}
    return {"text/html": HTML.format(png=png, **parts), "text/plain": words}
