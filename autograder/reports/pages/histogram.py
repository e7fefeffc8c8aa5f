"""How the points for an exercise are spread, as a picture."""

from __future__ import annotations

# The colours of the page take the place of these two, in both colour schemes: see report.css.
INK, BARS = "#000000", "#0072b2"


def histogram(bins, possible):
    """Return a figure with a bar for each range of points.

    Parameters
    ----------
    bins : list of tuple of float
        ``(first, last, count)``, as `Distribution.bins` gives them.
    possible : float
        The possible points, at which the axis ends.
    """
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(5.4, 2.4))
    figure.subplots_adjust(left=0.14, right=0.98, bottom=0.2, top=0.96)
    figure.patch.set_visible(False)
    axes = figure.subplots()
    axes.patch.set_visible(False)
    starts = [first - 0.5 for first, _, _ in bins]
    widths = [int(last) - first + 1 for first, last, _ in bins]
    axes.bar(starts, [count for *_, count in bins], width=widths, align="edge", color=BARS)
    axes.set_xlim(-0.5, possible + 0.5)
    axes.set_xlabel("points")
    axes.set_ylabel("submissions")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1, steps=(1, 2, 5, 10)))
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelcolor=INK)
    return figure


def words(bins, possible):
    """Return what the histogram shows in a sentence."""
    some = [(first, last, count) for first, last, count in bins if count]
    parts = [f"{count} with {_span(first, last)}" for first, last, count in some]
    return f"Histogram of points, out of {possible}: {', '.join(parts)}."


def _span(first, last):
    """Return a range of points as text."""
    return str(first) if first == last else f"{first} to {last}"
