"""The version of an exercise: a digest of all that decides a verdict on it.

It changes with the exercise's own folder, with the rooms that run and judge submissions, and with
Python's and the libraries' versions. It does not change with reports or the command line. Nothing
is imported to find it out.
"""

from __future__ import annotations

import hashlib
import json
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

LIBRARIES = (
    *("dipy", "hypothesis", "image-processing-assignments", "ipython", "matplotlib", "nibabel"),
    *("numpy", "scikit-image", "scipy"),
)
PACKAGE = Path(__file__).resolve().parents[1]
# What decides on every exercise, besides its own folder.
FOLDERS = ("authoring", "exercises/weighted_sums", "imaging", "judging", "sandbox")
FILES = ("__init__.py", "exercises/__init__.py", "grading/grader.py")


@cache
def exercise_version(name):
    """Return the version of the exercise of this name, as hexadecimal digits.

    Example
    -------
    >>> exercise_version("tophat") == exercise_version("convolution")
    False
    """
    digest = hashlib.sha256(json.dumps(installed()).encode())
    for path in sources(name):
        digest.update(f"\n{path.relative_to(PACKAGE).as_posix()} {_digest_of(path)}".encode())
    return digest.hexdigest()


@cache
def installed():
    """Return the versions of Python and of the libraries that decide a verdict, by name."""
    libraries = {name: metadata.version(name) for name in LIBRARIES}
    return {"Python": "{}.{}".format(*sys.version_info), **libraries}


def sources(name):
    """Return the files of this package that decide a verdict on an exercise, sorted."""
    found = [PACKAGE / file for file in FILES]
    for folder in (*FOLDERS, f"exercises/{name}"):
        found += (PACKAGE / folder).rglob("*")
    return sorted(path for path in found if path.is_file() and path.suffix != ".pyc")


@cache
def _digest_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()
