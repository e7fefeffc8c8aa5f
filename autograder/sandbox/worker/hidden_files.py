"""Refuse to open hidden files if Landlock is missing: an audit hook, which cannot be taken off.

Python itself keeps to it. Whoever writes to the memory of the process can get round it.
"""

from __future__ import annotations

import os
import sys
from functools import cache

# What would open a file without Python's knowledge.
_BEHIND_PYTHON = ("ctypes.dlopen", "ctypes.dlsym", "ctypes.dlsym/handle")
# Which argument of an event names the file.
_PLACE_OF_PATH = {"open": 0, "import": 1, "os.link": 0, "os.rename": 0}


def refuse(hidden):
    """Refuse to open these files and those in these folders, by whatever name, for good.

    Parameters
    ----------
    hidden : iterable of str
        Paths of files and folders.
    """
    known, stat, text = ids_of(frozenset(hidden)), os.stat, (str, bytes)
    # Numba calls what it has compiled by way of ctypes
    refused = () if "numba" in sys.modules else _BEHIND_PYTHON

    def hook(event, arguments):
        if event in refused:
            raise PermissionError(f"A submission may not use {event} here.")
        place = _PLACE_OF_PATH.get(event)
        path = None if place is None else arguments[place]
        if path is None or type(path) is int:
            return
        if not isinstance(path, text):
            raise PermissionError("A submission names files by text here.")
        try:
            found = stat(path)
        except (OSError, ValueError):
            return  # it will not be opened either
        if (found.st_dev, found.st_ino) in known:
            raise PermissionError("This file may not be opened here.")

    sys.addaudithook(hook)


@cache
def ids_of(hidden):
    """Return what identifies hidden files, all in hidden folders, and the folders they are in.

    It takes a moment, so it is done before forking.
    """
    files = {path for top in hidden for path in _all_below(top)}
    return frozenset(_ids({*files, *map(os.path.dirname, files)}))


def _all_below(top):
    """Yield a path, and those of all that is in it if it is a folder."""
    yield top
    for folder, folders, names in os.walk(top):
        yield from (os.path.join(folder, name) for name in (*folders, *names))


def _ids(paths):
    """Yield what identifies each of some files, whatever they are called."""
    for path in paths:
        try:
            found = os.stat(path)
        except OSError:
            continue
        yield found.st_dev, found.st_ino
