"""The kit's own wheel, which a grading machine installs."""

from __future__ import annotations

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from autograder.notebooks.archives import normalise


def build_wheel(root, folder):
    """Build the wheel of the repository `root` into `folder` and return its path.

    The build takes place in this process and downloads nothing.
    """
    builder = WheelBuilder(str(root))
    path = Path(next(builder.build(directory=str(folder), versions=["standard"])))
    normalise(path)
    return path


def dependencies(root):
    """Return what the wheel needs, as requirements."""
    return list(WheelBuilder(str(root)).metadata.core.dependencies)
