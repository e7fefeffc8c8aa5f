"""The version of an exercise: a digest of all that decides a verdict on it.

It changes with the source of the checks and of whatever they, the grading and the process that runs
submissions import from this package, and with Python's and the libraries' versions. It does not
change with reports or the command line. Nothing is imported to find it out.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

LIBRARIES = (
    *("dipy", "hypothesis", "image-processing-assignments", "ipython", "matplotlib", "nibabel"),
    *("numpy", "scikit-image", "scipy"),
)
DECIDING = ("autograder.grading.grader", "autograder.sandbox.worker.fork_server")

ROOT = Path(__file__).resolve().parents[2]
# `import autograder.a`, or `from autograder.a import b`, whose names may go on in brackets.
IMPORT = re.compile(
    r"^[ \t]*(?:import[ \t]+(autograder[\w.]*)"
    r"|from[ \t]+(autograder[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|.*))",
    re.MULTILINE,
)


@cache
def exercise_version(name):
    """Return the version of the exercise of this name, as hexadecimal digits.

    Example
    -------
    >>> exercise_version("tophat") == exercise_version("convolution")
    False
    """
    digest = hashlib.sha256(json.dumps(installed()).encode())
    for path in sorted(sources(name)):
        digest.update(f"\n{path.relative_to(ROOT).as_posix()} {digest_of(path)}".encode())
    return digest.hexdigest()


@cache
def installed():
    """Return the versions of Python and of the libraries that decide a verdict, by name."""
    libraries = {name: metadata.version(name) for name in LIBRARIES}
    return {"Python": "{}.{}".format(*sys.version_info), **libraries}


def sources(name):
    """Return the files of this package that decide a verdict on an exercise."""
    folder = Path(__file__).resolve().parents[1] / "exercises" / name
    found = {path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    new = found | files_of(DECIDING)
    while new:
        found |= new
        new = set().union(*map(imported, new)) - found
    return found


@cache
def imported(path):
    """Return the files of this package that one file imports, anywhere in it."""
    names = set()
    if path.suffix == ".py":
        for whole, package, parts in IMPORT.findall(path.read_text(encoding="utf-8")):
            names |= {whole or package}
            names |= {f"{package}.{part}" for part in re.findall(r"\w+", parts)}
    return files_of(names)


def files_of(names):
    """Return the files behind dotted names, and those of the packages that they are in."""
    dotted = {name[: dot.start()] for name in names for dot in re.finditer(r"\.|$", name)}
    return {modules()[each] for each in dotted & modules().keys()}


@cache
def modules():
    """Return the files of this package, by the dotted names of their modules."""
    found = {}
    for path in (ROOT / "autograder").rglob("*.py"):
        *packages, name = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(packages if name == "__init__" else [*packages, name])] = path
    return found


@cache
def digest_of(path):
    """Return the digest of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
