"""A finished figure, put below the cell: a picture, its words for those who do not see it."""

from __future__ import annotations

import base64
import html
import io
from contextlib import contextmanager

from autograder.imaging.figures.layout import DPI
from autograder.imaging.figures.words import description_of
from autograder.imaging.jupyter import in_a_notebook

HTML = (
    '<figure style="margin: 0 0 1em"><img src="data:image/png;base64,{png}" alt="{words}" '
    'width="{width}" style="max-width: 100%; height: auto; background: white">{caption}</figure>'
)
LARGE = 100_000  # bytes: a notebook of many photographs would be too large to hand in
CAPTION = '<figcaption style="max-width: 60em">{}</figcaption>'

# Where figures go instead of below a cell, while something collects them.
_collected = None


def put_out(figure, caption=""):
    """Show a finished figure below a notebook's cell, with alternative text made from it.

    JupyterLab shows a bare PNG without alternative text, so this shows HTML; the PNG is for
    readers that show none. Outside of a notebook the figure stays open for Matplotlib to show.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        Closed afterwards, in a notebook.
    caption : str
        A sentence or two that say what there is to see; stands below the picture.
    """
    if _collected is None and not in_a_notebook():
        return
    import matplotlib.pyplot as plt

    bundle = _bundle_of(figure, caption)
    plt.close(figure)
    if _collected is not None:
        _collected.append(bundle)
        return
    from IPython.display import display

    display(bundle, raw=True)


def _bundle_of(figure, caption=""):
    """Return a figure as HTML with alternative text, as a PNG, and as words."""
    picture = io.BytesIO()
    figure.savefig(picture, format="png", dpi=DPI)
    png = base64.b64encode(_compact(picture.getvalue())).decode()
    words = " ".join(filter(None, [caption, description_of(figure)]))
    below = CAPTION.format(html.escape(caption)) if caption else ""
    parts = {"words": html.escape(words), "width": round(figure.get_figwidth() * DPI)}
    page = HTML.format(png=png, caption=below, **parts)
    return {"text/html": page, "image/png": png, "text/plain": words}


def _compact(png):
    """Return the same picture in fewer bytes; a large one in colour, with 256 of its colours.

    What is grey, as most pictures are, stays the same pixel for pixel.
    """
    from PIL import Image

    picture = Image.open(io.BytesIO(png)).convert("RGB")
    grey = picture.convert("L")
    is_grey = grey.convert("RGB").tobytes() == picture.tobytes()
    if not is_grey and len(png) > LARGE:
        picture = picture.quantize(256)
    found = io.BytesIO()
    (grey if is_grey else picture).save(found, format="png", optimize=True)
    return min(found.getvalue(), png, key=len)


@contextmanager
def collected():
    """Keep figures from the page meanwhile; what the ``with`` names is the list of them."""
    global _collected
    before, _collected = _collected, []
    try:
        yield _collected
    finally:
        _collected = before
