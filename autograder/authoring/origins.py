"""Where exercises come from: the kit, and packages that bring one. Nothing of them is imported.

A package brings an exercise by an entry point of the group ``autograder.exercises``: its name is
that of the exercise, and its value the package that holds ``checks``.
"""

from __future__ import annotations

import importlib.util
import keyword
import re
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

GROUP = "autograder.exercises"
HANDOUTS = "assignments"  # a wheel has them in the package, a checkout beside it
KIT = __name__.partition(".")[0]
_KITS_FOLDER = Path(__file__).resolve().parents[1] / "exercises"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
# What else is a column of the grades, or a page beside those of the exercises.
_TAKEN = ("student", "total", "possible", "course")


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
        The folder in which, where it is not installed, ``reference`` and ``assignments`` lie.
    whose : str
        What brings it, as a sentence names it.
    paths : tuple of Path
        All that came with it, files and folders: submissions see nothing of these. Of the kit's
        own exercises the sandbox knows by itself.
    needs : tuple of str
        The names of the distributions that it needs.
    """

    name: str
    package: str
    folder: Path
    home: Path
    whose: str
    paths: tuple[Path, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def is_kits(self):
        """Whether it is one of the kit's own."""
        return self.package.startswith(f"{KIT}.")


class _Unusable(Exception):
    """An exercise that is brought and cannot be used; the message says why."""


def origins():
    """Return the `Origin` of each exercise that can be used, by name, sorted."""
    return _found()[0]


def faults():
    """Return a sentence on each exercise that is brought and cannot be used, by its name."""
    return _found()[1]


def hidden_from_submissions():
    """Return what submissions must not see of exercises that are brought.

    Returns
    -------
    paths : list of str
        Files and folders; with each, the folder of solutions that may lie beside it.
    packages : list of str
        The top-level names of their packages.
    """
    brought = list(_every_brought())
    paths = {path for each in brought for path in (*each.paths, each.home / "reference")}
    packages = {each.package.partition(".")[0] for each in brought} | {"reference"}
    return sorted(map(str, paths)), sorted(packages if brought else ())


def look_again():
    """Forget which exercises there are, so that they are looked for again."""
    _entry_points.cache_clear()
    _found.cache_clear()


@cache
def _found():
    """Return what `origins` and `faults` do."""
    kits = {each.name: each for each in _of_the_kit()}
    found, wrong = dict(kits), {}
    for point in _entry_points():
        try:
            each = _brought_by(point)
            if each.name in kits:
                raise _Unusable("the kit has one of this name. Give it another name.")
            if each.name in found or each.name in wrong:
                other = found.pop(each.name, None)
                by = f"{other.whose} brings" if other else "others bring"
                raise _Unusable(f"{by} one of this name, too. Neither is used; uninstall one.")
            found[each.name] = each
        except _Unusable as error:
            what = f"{_whose(point)} brings the exercise {point.name!r}, and it cannot be used"
            wrong[point.name] = f"{what[:1].upper()}{what[1:]}: {error}"
    return dict(sorted(found.items())), wrong


def _every_brought():
    """Yield the `Origin` of each exercise that is brought, also of those that cannot be used."""
    for point in _entry_points():
        try:
            yield _brought_by(point)
        except _Unusable:
            continue


def _of_the_kit():
    for path in _KITS_FOLDER.glob("*/checks.py"):
        name = path.parent.name
        package = f"{KIT}.exercises.{name}"
        yield Origin(name, package, path.parent, _KITS_FOLDER.parents[1], "the kit")


@cache
def _entry_points():
    """Return the entry points by which installed packages bring exercises, in a stable order."""
    found = metadata.entry_points(group=GROUP)
    return sorted(found, key=lambda each: (each.name, each.value, _whose(each)))


def _whose(point):
    return f"the package {point.dist.name}" if point.dist else f"the package {point.value}"


def _brought_by(point):
    """Return the `Origin` that an entry point names; `_Unusable` if there is none to use."""
    require_name(point.name)
    top = point.value.partition(".")[0]
    if not all(part.isidentifier() for part in point.value.split(".")) or top == KIT:
        raise _Unusable(f"expected the name of a package of its own, not {point.value!r}.")
    folders = _folders_of(point.value)
    if not folders:
        raise _Unusable(f"there is no package {point.value} with a file checks.py.")
    home = folders[0].parents[point.value.count(".")]
    return Origin(
        point.name,
        point.value,
        folders[0],
        home,
        _whose(point),
        tuple(sorted({home / top, *_installed_with(point.dist)})),
        tuple(_needed_by(point.dist)),
    )


def require_name(name):
    """Raise if an exercise cannot have this name."""
    if not _NAME.fullmatch(name) or keyword.iskeyword(name) or name in _TAKEN:
        raise _Unusable("expected a name of small letters, digits and _, that means nothing else.")


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
    """Yield files and folders that a distribution installed, but for what describes it."""
    for file in (distribution and distribution.files) or ():
        if not file.parts[0].endswith((".dist-info", ".egg-info", ".pth")):
            is_inside = file.parts[0] != ".."
            yield Path(distribution.locate_file(file.parts[0] if is_inside else file)).resolve()


def _needed_by(distribution):
    """Yield the names of the distributions that one needs, but for those of its extras."""
    for line in (distribution and distribution.requires) or ():
        if "extra ==" not in line:
            yield re.match(r"[\w.-]+", line).group()
