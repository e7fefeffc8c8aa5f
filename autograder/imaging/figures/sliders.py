"""Figures that a slider changes; they stand still if no slider can be shown."""

from __future__ import annotations

from autograder.imaging.figures.output import collected
from autograder.imaging.jupyter import in_a_notebook


def show_with_sliders(draw, start=None, **choices):
    """Draw a figure, below sliders with which it is drawn again.

    If no sliders can be shown, the figure is there, as it is drawn for the values at the start.

    Parameters
    ----------
    draw : callable
        Shows a figure by a function of this package; called with one keyword argument for each
        slider.
    start : dict of str to object or None
        Where sliders stand at first; by default at their first value.
    **choices : sequence
        By the name of an argument of `draw`, the values that it may have: numbers or words.

    Examples
    --------
    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> import numpy as np
    >>> from autograder.imaging.figures import show_images
    >>> def draw(size):
    ...     show_images({f"size {size}": np.eye(size)})
    >>> show_with_sliders(draw, size=range(2, 9))
    """
    values = {name: next(iter(options)) for name, options in choices.items()} | (start or {})
    if not in_a_notebook():
        draw(**values)
        return
    from IPython.display import display

    sliders = _sliders(choices, values)
    picture = display(_drawn(draw, values), raw=True, display_id=True)

    def draw_again(change):
        values[change.owner.description] = change.new
        picture.update(_drawn(draw, values), raw=True)

    for slider in sliders:
        slider.observe(draw_again, names="value")


def _sliders(choices, values):
    """Show sliders and return them; none if ipywidgets, of the extra "notebook", is missing."""
    try:
        import ipywidgets
    except ImportError:
        return []
    from IPython.display import display

    sliders = [
        ipywidgets.SelectionSlider(
            options=[(str(option), option) for option in options],
            value=values[name],
            description=name,
            layout=ipywidgets.Layout(width="28em"),
            # Only when the slider is let go: with a slow function, pictures would pile up.
            continuous_update=False,
        )
        for name, options in choices.items()
    ]
    display(ipywidgets.VBox(sliders))
    return sliders


def _drawn(draw, values):
    """Return what a call draws, as one bundle to display."""
    with collected() as bundles:
        draw(**values)
    if len(bundles) == 1:
        return bundles[0]
    return {
        "text/html": "".join(bundle["text/html"] for bundle in bundles),
        "image/png": bundles[0]["image/png"] if bundles else "",
        "text/plain": "\n".join(bundle["text/plain"] for bundle in bundles),
    }
