"""Curves, and figures that a notebook makes with Matplotlib itself."""

import numpy as np

from autograder.imaging.figures.layout import DPI
from autograder.imaging.figures.output import put_out

# Told apart by everybody, and by their dashes in print.
LOOKS = (("#0072B2", "-o"), ("#D55E00", "--s"), ("#009E73", ":^"))


def show_curves(curves, across="", up="", caption="", first=0):
    """Show sequences of numbers as curves in one chart.

    Parameters
    ----------
    curves : dict of str to sequence of float
        At most three, with their names.
    across, up : str
        What the two axes of the chart mean.
    caption : str
        What there is to see, in a sentence or two; stands below the chart.
    first : int
        The number of the first value of each sequence.

    Examples
    --------
    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> show_curves({"a voxel": [3, 5, 4]}, across="volume", up="grey value")
    """
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots(figsize=(7, 2.8), layout="constrained")
    for (name, values), (colour, look) in zip(curves.items(), LOOKS, strict=False):
        numbers = range(first, first + len(values))
        ax.plot(numbers, np.asarray(values, float), look, color=colour, markersize=4, label=name)
    ax.set(xlabel=across, ylabel=up)
    ax.xaxis.get_major_locator().set_params(integer=True)
    ax.legend()
    show_figure(figure, caption)


def show_figure(figure, caption=""):
    """Show a figure of one's own, with a caption and with alternative text read from it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        In a notebook it is closed afterwards.
    caption : str
        What there is to see, in a sentence or two; stands below the figure.
    """
    figure.set_dpi(DPI)
    put_out(figure, caption)
