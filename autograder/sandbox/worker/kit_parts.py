"""Which parts of this package a worker sees: what students import, and what runs beside them.

Everything else knows right answers, or how answers are judged.
"""

from __future__ import annotations

import importlib.abc
import sys
from pathlib import Path

KIT = __name__.partition(".")[0]
# Folders of the package that hold parts that are seen, and which those are.
_SEEN = {"": ("imaging", "sandbox"), "sandbox": ("worker",)}


class OnlySeenParts(importlib.abc.MetaPathFinder):
    """Refuses to import the other parts by name, if their files could be read.

    Parameters
    ----------
    packages : iterable of str
        Top-level names of other packages that are not seen: those that bring exercises.
    """

    def __init__(self, packages=()):
        self._packages = frozenset(packages)

    def find_spec(self, fullname, path=None, target=None):
        """Leave a module to other finders, unless it is not seen."""
        top, *inside = fullname.split(".")
        if top in self._packages or (top == KIT and inside and not _is_seen(inside)):
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def _is_seen(parts):
    folder, *inside = parts
    if folder not in _SEEN[""]:
        return False
    return not inside or folder not in _SEEN or inside[0] in _SEEN[folder]


def unseen_files():
    """Return the paths of the other parts, in every copy of this package that Python would find."""
    copies = {
        Path(__file__).resolve().parents[2],
        *(Path(path).resolve() / KIT for path in sys.path),
    }
    return {
        str(path)
        for copy in copies
        for folder, seen in _SEEN.items()
        if (copy / folder).is_dir()
        for path in (copy / folder).iterdir()
        if path.name not in ("__init__.py", *seen)
    }
