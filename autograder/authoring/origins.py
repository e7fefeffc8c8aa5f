"""Where exercises come from: the kit, packages that bring one, and folders of a course.

Nothing of them is imported here.
"""

from __future__ import annotations

import importlib.util
from functools import cache, partial
from pathlib import Path

from autograder.authoring.installed_origins import entry_points, installed_origin
from autograder.authoring.origin import KIT, NotBrought, Origin, require_name

_KITS_FOLDER = Path(__file__).resolve().parents[1] / "exercises"
# The folders that bring exercises in this process, and the folder of the course that names them.
_brought = [((), None)]
_entry_points = cache(entry_points)


def bring(folders, home):
    """Let folders bring exercises, instead of those that do so far.

    Parameters
    ----------
    folders : iterable of Path
        Each is called like its exercise, and is imported as the package ``course_<name>``.
    home : Path or None
        The folder in which ``reference`` and ``assignments`` lie.
    """
    folders = tuple(Path(each).resolve() for each in folders)
    given = folders, home if folders else None
    if given != _brought[0]:
        _brought[0] = given
        _found.cache_clear()


def brought():
    """Return what another process has to `bring` to have the exercises of this one."""
    return _brought[0]


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
    every = list(_every_brought())
    paths = {path for each in every for path in (*each.paths, each.home / "reference")}
    packages = {each.package.partition(".")[0] for each in every} | {"reference"}
    return sorted(map(str, paths)), sorted(packages if every else ())


def look_again():
    """Forget which exercises there are, so that they are looked for again."""
    _brought[0] = ((), None)
    _entry_points.cache_clear()
    _found.cache_clear()


@cache
def _found():
    """Return what `origins` and `faults` do."""
    kits = {each.name: each for each in _of_the_kit()}
    found, wrong = dict(kits), {}
    for name, whose, origin in _claims():
        try:
            each = origin()
            if name in kits:
                raise NotBrought("the kit has one of this name. Give it another name.")
            if name in found or name in wrong:
                other = found.pop(name, None)
                by = f"{other.whose} brings" if other else "others bring"
                raise NotBrought(f"{by} one of this name, too. Neither is used; leave one out.")
            found[name] = each
        except NotBrought as error:
            what = f"{whose[:1].upper()}{whose[1:]} brings the exercise {name!r}"
            wrong[name] = f"{what}, and it cannot be used: {error}"
    return dict(sorted(found.items())), wrong


def _claims():
    """Yield of each exercise that is brought its name, what brings it, and what finds it."""
    for point in _entry_points():
        yield point.name, f"the package {point.dist.name}", partial(installed_origin, point)
    folders, home = brought()
    for folder in folders:
        yield folder.name, f"the folder {folder}", partial(_origin_in, folder, home)


def _every_brought():
    """Yield the `Origin` of each exercise that is brought, also of those that cannot be used."""
    for _, _, origin in _claims():
        try:
            yield origin()
        except NotBrought:
            continue


def _of_the_kit():
    for path in _KITS_FOLDER.glob("*/checks.py"):
        name = path.parent.name
        package = f"{KIT}.exercises.{name}"
        yield Origin(name, package, path.parent, _KITS_FOLDER.parents[1], "the kit")


def _origin_in(folder, home):
    """Return the `Origin` of the exercise in a folder; `NotBrought` if there is none to use."""
    require_name(folder.name)
    for part in ("__init__.py", "checks.py", "misconceptions.py"):
        if not (folder / part).is_file():
            raise NotBrought(f"it holds no {part}.")
    package = f"course_{folder.name}"
    if importlib.util.find_spec(package) is not None and not _is_of(folder, package):
        raise NotBrought(f"there is a package {package} already, as which it would be imported.")
    whose = f"the folder {folder}"
    return Origin(folder.name, package, folder, home or folder.parent, whose, (folder,))


def _is_of(folder, package):
    """Return whether a package that is imported already is that of a folder."""
    origin = importlib.util.find_spec(package).origin
    return origin is not None and Path(origin).resolve().parent == folder
