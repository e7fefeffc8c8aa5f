"""The wheels that hold an exercise: the kit's, and that of the package that brings it."""

from __future__ import annotations

import re
import zipfile
from importlib.metadata import version
from pathlib import Path

from build import BuildBackendException, BuildException
from packaging.utils import canonicalize_name

from autograder.authoring.origin import HANDOUTS, KIT
from autograder.authoring.origins import origins
from autograder.notebooks.folder_wheel import folder_wheel, version_of
from autograder.notebooks.handout import BuildError
from autograder.notebooks.kit_wheel import build_wheel, requirements_of

DISTRIBUTION = "image-processing-assignments"
WHEEL = "{name}-{version}-py3-none-any.whl"


def wheel_names(name):
    """Return what the wheels of an exercise are called, the kit's first."""
    origin, versions = origins()[name], {DISTRIBUTION: version(DISTRIBUTION)}
    if origin.is_folder:
        versions[origin.package] = version_of(origin)
    elif not origin.is_kits:
        versions[origin.distribution] = version(origin.distribution)
    return tuple(
        WHEEL.format(name=re.sub("[-_.]+", "_", each).lower(), version=versions[each])
        for each in versions
    )


def needs_of(wheels, extra=""):
    """Return what some wheels need beside each other; see `requirements_of`."""
    ours = {canonicalize_name(each.name.partition("-")[0]) for each in wheels}
    found = [need for wheel in wheels for need in requirements_of(wheel, extra)]
    return [need for need in found if canonicalize_name(need.name) not in ours]


class Wheels:
    """The wheels of exercises, each built once.

    Parameters
    ----------
    root : Path
        The repository in which the build runs.
    folder : Path
        Where the wheels are put.
    """

    def __init__(self, root, folder):
        self._root, self._folder, self._built = root, folder, {}

    def of(self, name):
        """Return the wheels of an exercise, the kit's first.

        Raises
        ------
        BuildError
            If one cannot be built from here, or would hold something else than what is installed.
        """
        wheels = [self._wheel(_checkout_for(self._root))]
        origin = origins()[name]
        if origin.is_folder:
            wheels.append(folder_wheel(origin, self._folder))
        elif not origin.is_kits:
            wheels.append(self._wheel(self._root))
            _require_same(wheels[1], origin)
        if wheel_names(name) != tuple(each.name for each in wheels):
            raise BuildError(
                f"The build made {' and '.join(each.name for each in wheels)}; expected were "
                f"{' and '.join(wheel_names(name))}, of the versions that are installed, for any "
                "Python 3. Install again what has changed; requires-python says it is for 3."
            )
        return tuple(wheels)

    def _wheel(self, home):
        if home not in self._built:
            try:
                self._built[home] = build_wheel(home, self._folder)
            except (BuildBackendException, BuildException) as error:
                raise BuildError(f"{home} builds no wheel: {error}") from error
        return self._built[home]


def _checkout_for(root):
    """Return the checkout of the kit that a build in this repository takes its wheel from."""
    for home in (root, Path(__file__).resolve().parents[2]):
        if is_kits_checkout(home):
            return home
    raise BuildError(
        "The zips hold the kit's wheel, which is built in a checkout of the kit: install the kit "
        "from one, with python -m pip install --editable."
    )


def is_kits_checkout(folder):
    """Return whether a folder is a checkout of the kit."""
    return (folder / KIT / "exercises").is_dir() and (folder / "pyproject.toml").is_file()


def _require_same(wheel, origin):
    """Raise `BuildError` unless a wheel brings the exercise exactly as it is installed."""
    inside = f"{origin.package.replace('.', '/')}/"
    with zipfile.ZipFile(wheel) as archive:
        built = {
            name.removeprefix(inside): archive.read(name)
            for name in archive.namelist()
            if name.startswith(inside)
        }
    files = {
        path.relative_to(origin.folder).as_posix(): path.read_bytes()
        for path in origin.folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    for name in sorted(built.keys() | files.keys()):
        if built.get(name) != files.get(name) and not name.startswith(f"{HANDOUTS}/"):
            raise BuildError(
                f"{inside}{name} is not the same in {origin.whose} as it is installed and in the "
                f"wheel that this folder makes. Install it again, with python -m pip install "
                f"--editable ."
            )
