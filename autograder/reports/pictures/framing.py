"""The frames around pixels and neighbourhoods, and the outlines of regions, on a panel."""

from __future__ import annotations

from matplotlib.patches import Rectangle

from autograder.imaging.figures.panels import WINDOW_COLOUR

# Blue and orange of Okabe and Ito, beside the vermilion of the pixel: told apart by all eyes, and
# by their dashes if there are no colours.
REACH_COLOUR, LEFT_COLOUR = "#0072B2", "#E69F00"
FRAMES = {
    "pixel": {"edgecolor": WINDOW_COLOUR, "linewidth": 2.6, "zorder": 5},
    "reach": {"edgecolor": REACH_COLOUR, "linewidth": 2, "linestyle": "--", "zorder": 4},
    "second reach": {"edgecolor": REACH_COLOUR, "linewidth": 1.6, "linestyle": ":", "zorder": 4},
    "part": {"edgecolor": WINDOW_COLOUR, "linewidth": 1.5, "zorder": 4},
}
OUTLINES = {
    "kept": {"colors": LEFT_COLOUR, "linewidths": 1.8},
    "to keep": {"colors": REACH_COLOUR, "linewidths": 1.4, "linestyles": "--"},
}
SHADES = {
    "left": {"colors": [LEFT_COLOUR], "hatches": ["////"], "alpha": 0.5},
    "lost": {"colors": [REACH_COLOUR], "hatches": ["xxxx"], "alpha": 0.5},
}


def draw_frame(frame, panel, ax):
    """Draw a frame along the edges of its pixels; around a pixel too small to see, with room."""
    top, left, bottom, right = frame.top, frame.left, frame.bottom, frame.right
    if not panel.numbered:
        rows, columns = panel.pixels.shape
        room = -(-max(rows, columns) // 40) if frame.kind == "pixel" else 0
        top, left = max(top - room, 0), max(left - room, 0)
        bottom, right = min(bottom + room, rows), min(right + room, columns)
    box = (left - 0.5, top - 0.5), right - left, bottom - top
    look = {"fill": False, "clip_on": False, "label": frame.kind, **FRAMES[frame.kind]}
    ax.add_patch(Rectangle(*box, **look))


def draw_region(region, ax):
    """Draw an outline around a region, or shade it."""
    # Matplotlib warns if there is nothing to draw.
    if region.kind in SHADES and region.mask.any():
        ax.contourf(region.mask, levels=[0.5, 1.5], **SHADES[region.kind])
    elif region.kind in OUTLINES and region.mask.any() and not region.mask.all():
        ax.contour(region.mask, levels=[0.5], **OUTLINES[region.kind])
