"""A case of what to keep of an image, such as a brain: what was kept over what should have been."""

from __future__ import annotations

from dataclasses import replace

from autograder.imaging.evidence import planes_to_show
from autograder.imaging.figures.panels import black_and_white
from autograder.reports.pictures.panels import Frame, Panel, Region
from autograder.reports.pictures.parts import as_floats, sides


def arrangements_of_a_cut_out(case):
    """Return the only way to arrange the panels: in one line, those of a volume in two."""
    groups = _groups_of(case)
    return [[groups]] if case.image.ndim == 2 else [[[group] for group in groups]]


def _groups_of(case):
    """Return the panels of the image, the results, and of what went wrong drawn over the image.

    Of a volume, the results are left out: there is a row of planes, and one of what went wrong.
    """
    regions = _regions_of(case)
    name, only_outlines = next(iter(case.arguments)), {"kept": regions["kept"]}
    sources = [(name, case.image, {})]
    if case.expected is None:
        sources.append(("yours", case.yours, only_outlines))
    elif case.image.ndim == 2:
        sources.append(("expected", case.expected, {"to keep": regions["to keep"]}))
        sources.append(("yours", case.yours, only_outlines))
    groups = [_panels_of(case, *source) for source in sources]
    if case.expected is not None:
        groups.append([_pale(each) for each in _panels_of(case, "difference", case.image, regions)])
    return groups


def _regions_of(case):
    """Return masks of what was kept, and of what should have been; by kind."""
    kept = case.yours != 0
    if case.expected is None:
        return {"kept": kept}
    to_keep = case.expected != 0
    return {"left": kept & ~to_keep, "lost": to_keep & ~kept, "to keep": to_keep, "kept": kept}


def _panels_of(case, name, array, regions):
    """Return the panel of an image with regions drawn over it, or those of a volume's planes."""
    limits, where = black_and_white(case.image), case.where
    title = f"{name}, {sides(array)}" if name in case.arguments else name
    if array.ndim == 2:
        frames = () if where is None else (Frame.around(where),)
        drawn = tuple(Region(mask, kind) for kind, mask in regions.items())
        return [_image_panel(title, array, limits, frames, drawn)]
    planes = _planes_of(case)
    panels = []
    for index in planes:
        is_wrong = where is not None and where[0] == index
        frames = (Frame.around(where[1:]),) if is_wrong else ()
        drawn = tuple(Region(mask[index], kind) for kind, mask in regions.items())
        panel = _image_panel(f"plane {index}", array[index], limits, frames, drawn)
        panels.append(replace(panel, marked=is_wrong))
    heading = f"{title}, {len(planes)} planes of {len(array)}"
    return [replace(panels[0], heading=heading), *panels[1:]]


def _image_panel(title, plane, limits, frames, regions):
    """Return the panel of an image without numbers."""
    return Panel(
        title,
        as_floats(plane),
        whole=plane.shape,
        numbered=False,
        limits=limits,
        frames=frames,
        regions=regions,
    )


def _planes_of(case):
    """Return the planes to show: some from all that were kept or should be, the first wrong one."""
    results = [each for each in (case.yours, case.expected) if each is not None]
    return planes_to_show(len(case.image), results, case.where)


def _pale(panel):
    """Return a panel in pale greys, so that what is drawn over it stands out."""
    low, high = panel.limits
    return replace(panel, limits=(low - 2 * (high - low), high))
