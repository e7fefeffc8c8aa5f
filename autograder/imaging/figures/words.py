"""Figures in words, read from what is drawn: alternative text."""

from __future__ import annotations

import numpy as np

# Longer tables are given by their size only: nobody listens to two hundred numbers.
MOST_NUMBERS = 120


def description_of(figure):
    """Return a figure in words, panel after panel."""
    panels = [_panel(ax) for ax in figure.axes if ax.axison]
    panels = [panel for panel in panels if panel]
    beginning = f"{len(panels)} panels. " if len(panels) > 1 else ""
    return beginning + " ".join(panels)


def _panel(ax):
    """Return one panel in words: its title, and what is in it."""
    inside = _picture(ax) if ax.images else _words(ax)
    parts = [inside, *_frames(ax), *_outlines(ax), *_bars(ax), *_curves(ax)]
    said = ", ".join(part for part in parts if part)
    title = " ".join(filter(None, [_on_one_line(ax.get_ylabel()), _on_one_line(ax.get_title())]))
    return f"{title}: {said}." if title and said else f"{title or said}." if title or said else ""


def _on_one_line(text):
    return " ".join(text.split())


def _words(ax):
    return ", ".join(_on_one_line(text.get_text()) for text in ax.texts)


def _picture(ax):
    """Return an image in words: its numbers, if they stand on it, or its size and its scale."""
    image = ax.images[0]
    shape = image.get_array().shape[:2]
    numbers = [text.get_text() for text in ax.texts if text.get_text()]
    if len(numbers) == shape[0] * shape[1] <= MOST_NUMBERS:
        rows = np.reshape(numbers, shape)
        return "rows " + "; ".join(" ".join(row) for row in rows)
    size = f"{shape[0]} rows and {shape[1]} columns"
    known = _on_one_line(ax.get_xlabel())
    sides = f"edges marked {', '.join(numbers)}" if 0 < len(numbers) < 9 else ""
    return ", ".join(filter(None, [known or size, _scale(image), sides]))


def _scale(image):
    """Return what the ends of a colour scale stand for."""
    if image.get_array().ndim == 3:
        return "in colour"
    low, high = (f"{value:.4g}" for value in image.get_clim())
    if image.get_cmap().name == "gray":
        return f"black is {low} and white {high}"
    if image.get_cmap().name == "RdBu_r":
        return f"blue is {low}, white 0 and red {high}"
    return f"colour map {image.get_cmap().name} from {low} to {high}"


def _frames(ax):
    """Yield the framed windows of a panel."""
    from matplotlib.patches import Rectangle

    for each in ax.patches:
        if isinstance(each, Rectangle) and not each.get_fill():
            left, top = (round(corner + 0.5) for corner in each.get_xy())
            bottom, right = top + round(each.get_height()) - 1, left + round(each.get_width()) - 1
            yield f"a frame around {_range('row', top, bottom)} and {_range('column', left, right)}"


def _range(what, first, last):
    return f"{what} {first}" if first == last else f"{what}s {first} to {last}"


def _outlines(ax):
    """Yield a mention of the lines around masks."""
    if ax.images and ax.collections:
        yield "with a line around a region"


def _bars(ax):
    """Yield the bars of a panel: where they stand, and the highest."""
    for bars in ax.containers:
        width = bars[0].get_width()
        places = [_unless_tiny(bar.get_x(), width) for bar in bars]
        heights = [bar.get_height() for bar in bars]
        highest = int(np.argmax(heights))
        left, beyond = places[highest], places[highest] + bars[highest].get_width()
        yield (
            f"{len(places)} bars from {places[0]:.4g} to {places[-1]:.4g}, "
            f"the highest, {heights[highest]:g}, from {left:.4g} to {beyond:.4g}"
        )


def _unless_tiny(place, width):
    """Return a place, or 0 if it is so near to 0 that only rounding tells them apart."""
    return 0.0 if abs(place) < 1e-9 * abs(width) else place


def _curves(ax):
    """Yield the curves of a panel, and the points that are marked on a picture."""
    for line in ax.lines:
        across, up = (np.asarray(values, dtype=float) for values in line.get_data())
        if ax.images:
            points = (f"row {y:g}, column {x:g}" for x, y in zip(across, up, strict=True))
            yield f"marked at {' and '.join(points)}"
        elif np.ptp(across) == 0:
            yield f"a line at {across[0]:.4g}, {line.get_label()}"
        else:
            yield (
                f"{line.get_label()}: {up.size} values from {up[0]:.4g} to {up[-1]:.4g}, "
                f"least {up.min():.4g}, largest {up.max():.4g}"
            )
