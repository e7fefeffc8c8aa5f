"""The picture of a failure, as a notebook shows it below its check cell."""

from __future__ import annotations

import base64
import html
import sys

CSS_PIXELS_PER_INCH = 96
HTML = (
    '<p style="margin: 0.5em 0">{claim}</p>'
    '<img src="data:image/png;base64,{png}" alt="{words}" width="{width}" style="max-width: 100%">'
)


def show_picture(outcome):
    """Show the picture of a failed check; return whether there was one to show.

    Without IPython, and if there is nothing to draw, nothing happens.

    Parameters
    ----------
    outcome : Outcome
        Of a check that did not pass.
    """
    from IPython.display import display

    if running_shell() is None:
        return False
    bundle = _bundle_of(outcome)
    if bundle:
        display(bundle, raw=True)
    return bundle is not None


def running_shell():
    """Return the IPython shell that runs this, or None."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _bundle_of(outcome):
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
