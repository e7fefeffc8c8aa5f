"""The version of an exercise: a digest of all that decides a verdict on it.

It changes with the exercise's own folder (or all that came with it, if a package brings it), with
the rooms that run and judge submissions, and with Python's and the libraries' versions. It does not
change with reports or the command line. Nothing is imported to find it out.
"""

from __future__ import annotations

import hashlib
import json
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from autograder.authoring.origin import HANDOUTS
from autograder.authoring.origins import origins

LIBRARIES = (
    *("dipy", "hypothesis", "image-processing-assignments", "ipython", "matplotlib", "nibabel"),
    *("numpy", "scikit-image", "scipy"),
)
PACKAGE = Path(__file__).resolve().parents[1]
# What decides on every exercise, besides its own folder.
FOLDERS = ("authoring", "exercises/weighted_sums", "imaging", "judging", "sandbox")
FILES = (
    *("__init__.py", "exercises/__init__.py", "exercises/modules.py", "exercises/sound.py"),
    "grading/grader.py",
)


@cache
def exercise_version(name):
    """Return the version of the exercise of this name, as hexadecimal digits.

    Example
    -------
    >>> exercise_version("tophat") == exercise_version("convolution")
    False
    """
    origin = origins()[name]
    files, needs = _sources(origin), {each: _version_of(each) for each in origin.needs}
    digest = hashlib.sha256(json.dumps(installed() | needs).encode())
    for line in sorted(f"{p.relative_to(home).as_posix()} {_digest_of(p)}" for home, p in files):
        digest.update(f"\n{line}".encode())
    return digest.hexdigest()


@cache
def installed():
    """Return the versions of Python and of the libraries that decide a verdict, by name."""
    libraries = {name: metadata.version(name) for name in LIBRARIES}
    return {"Python": "{}.{}".format(*sys.version_info), **libraries}


def sources(name):
    """Return the files that decide a verdict on an exercise, sorted."""
    return sorted(path for _, path in _sources(origins()[name]))


def _sources(origin):
    """Return pairs of a folder and a file in it that decides a verdict on an exercise."""
    tops = [(PACKAGE, PACKAGE / each) for each in (*FILES, *FOLDERS)]
    own = [origin.folder] if origin.is_kits else origin.paths
    tops += [(PACKAGE if origin.is_kits else each.parent, each) for each in own]
    found = [(home, path) for home, top in tops for path in (top, *top.rglob("*"))]
    return [(home, path) for home, path in found if path.is_file() and _decides(path, origin)]


def _decides(path, origin):
    """Return whether a file is more than a copy, or what students are given to begin with."""
    return path.suffix != ".pyc" and origin.folder / HANDOUTS not in path.parents


def _version_of(distribution):
    """Return the version of a distribution; "" if it is not installed."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


@cache
def _digest_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
