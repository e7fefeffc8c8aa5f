"""Exercises that installed packages bring; nothing of them is imported.

A package brings an exercise by an entry point of the group ``autograder.exercises``: its name is
that of the exercise, and its value the package that holds ``checks``.
"""

from __future__ import annotations

import importlib.util
import re
from importlib import metadata
from pathlib import Path

from autograder.authoring.origin import KIT, NotBrought, Origin, require_name

GROUP = "autograder.exercises"


def entry_points():
    """Return the entry points by which installed packages bring exercises, in a stable order."""
    found = metadata.entry_points(group=GROUP)
    return sorted(found, key=lambda each: (each.name, each.value, each.dist.name))


def installed_origin(point):
    """Return the `Origin` that an entry point names; `NotBrought` if there is none to use."""
    require_name(point.name)
    top = point.value.partition(".")[0]
    if not all(part.isidentifier() for part in point.value.split(".")) or top == KIT:
        raise NotBrought(f"expected the name of a package of its own, not {point.value!r}.")
    folders = _folders_of(point.value)
    if not folders:
        raise NotBrought(f"there is no package {point.value} with a file checks.py.")
    home = folders[0].parents[point.value.count(".")]
    return Origin(
        point.name,
        point.value,
        folders[0],
        home,
        f"the package {point.dist.name}",
        tuple(sorted({home / top, *_installed_with(point.dist)})),
        point.dist.name,
        tuple(_needed_by(point.dist)),
    )


def _folders_of(package):
    """Return the folders with checks that a package may be imported from, without importing it."""
    top, *rest = package.split(".")
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError):
        return []
    places = (spec and spec.submodule_search_locations) or ()
    folders = [Path(place, *rest).resolve() for place in places]
    return [folder for folder in folders if (folder / "checks.py").is_file()]


def _installed_with(distribution):
    """Yield files and folders that a distribution installed, without what describes it."""
    for file in distribution.files or ():
        if not file.parts[0].endswith((".dist-info", ".egg-info", ".pth")):
            top = file if file.parts[0] == ".." else file.parts[0]
            yield Path(distribution.locate_file(top)).resolve()


def _needed_by(distribution):
    """Yield the names of the distributions that one needs, without those of its extras."""
    for line in distribution.requires or ():
        if "extra ==" not in line:
            yield re.match(r"[\w.-]+", line).group()
