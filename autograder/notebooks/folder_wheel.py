"""The package that is made of an exercise in a folder, for those who have no such folder."""

from __future__ import annotations

import hashlib
import shutil

from autograder.authoring.origin import HANDOUTS
from autograder.notebooks.kit_wheel import build_wheel

PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{package}"
version = "{version}"
requires-python = ">=3.10"
dependencies = ["image-processing-assignments"]

[project.entry-points."autograder.exercises"]
{name} = "{package}"

[tool.hatch.build.targets.wheel]
packages = ["{package}"]
"""


def version_of(origin):
    """Return the version of an exercise in a folder, another one with each change of its files."""
    digest = hashlib.sha256()
    for path in _files_of(origin):
        digest.update(f"\n{path.relative_to(origin.folder).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return f"0.{int(digest.hexdigest()[:8], 16)}"


def folder_wheel(origin, folder):
    """Build the wheel that brings the exercise of a folder, with its notebook; return its path."""
    project = folder / origin.package
    for path in _files_of(origin):
        target = project / origin.package / path.relative_to(origin.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    handouts = origin.home / HANDOUTS / origin.name
    if handouts.is_dir():
        shutil.copytree(handouts, project / origin.package / HANDOUTS / origin.name)
    described = PROJECT.format(package=origin.package, name=origin.name, version=version_of(origin))
    (project / "pyproject.toml").write_text(described, encoding="utf-8")
    return build_wheel(project, folder)


def _files_of(origin):
    found = sorted(origin.folder.rglob("*"))
    return [path for path in found if path.is_file() and path.suffix != ".pyc"]
