"""Where one exercise comes from."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from pathlib import Path

HANDOUTS = "assignments"  # a wheel has them in the package, a checkout beside it
KIT = __name__.partition(".")[0]
_NAME = re.compile(r"[a-z][a-z0-9_]*")
# What else is a column of the grades, or a page beside those of the exercises.
_TAKEN = ("student", "total", "possible", "course")


class NotBrought(Exception):
    """An exercise that is brought and cannot be used; the message says why."""


@dataclass(frozen=True)
class Origin:
    """Where one exercise comes from.

    Attributes
    ----------
    name : str
        The exercise.
    package : str
        The dotted name of the package that holds its checks and misconceptions.
    folder : Path
        Where that lies.
    home : Path
        The folder that holds ``reference`` and ``assignments``, if it is not installed.
    whose : str
        What brings it, as a sentence names it.
    paths : tuple of Path
        All that came with it, files and folders: submissions see nothing of these. Of the kit's
        own exercises the sandbox knows by itself.
    distribution : str
        What was installed to bring it; "" for a folder, and for the kit's own.
    needs : tuple of str
        The names of the distributions that it needs.
    """

    name: str
    package: str
    folder: Path
    home: Path
    whose: str
    paths: tuple[Path, ...] = ()
    distribution: str = ""
    needs: tuple[str, ...] = ()

    @property
    def is_kits(self):
        """Whether it is one of the kit's own."""
        return self.package.startswith(f"{KIT}.")

    @property
    def is_folder(self):
        """Whether it is a folder that nobody installed."""
        return not self.is_kits and not self.distribution


def require_name(name):
    """Raise `NotBrought` if an exercise cannot have this name."""
    if not _NAME.fullmatch(name) or keyword.iskeyword(name) or name in _TAKEN:
        raise NotBrought("expected a name of small letters, digits and _, that means nothing else.")
