"""Compiled code among the installed packages: where it lies, and how what stays is loaded."""

from __future__ import annotations

import contextlib
import importlib
import os
import site
import sys
import sysconfig
import warnings
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

# Not searched: what is in them is not a module, or only there to test one.
_PASSED_OVER = ("__pycache__", "tests", "testing")
# Parts of the names of modules of the standard library that need a screen, or only its own tests.
_NOT_NEEDED = ("test", "tkinter", "curses", "interp", "xx")

# Where a Python has its packages, and those that it gives to new environments.
_PACKAGES = (
    *("lib*/python3*/site-packages", "lib*/python3*/dist-packages"),
    *("local/lib/python3*/site-packages", "local/lib/python3*/dist-packages"),
    *("lib*/python3*/ensurepip/_bundled", "lib*/python3*/test/wheeldata", "share/python-wheels"),
)


def compiled_modules():
    """Return the files of compiled modules among the installed packages, by the modules' names."""
    return {name: path for folder in _folders() for name, path in _below(folder, "")}


def places_of(modules):
    """Return the folders and files of modules among the packages, by their names alone."""
    stems = {os.path.join(folder, *name.split(".")) for folder in _folders() for name in modules}
    paths = {stem + end for stem in stems for end in ("", ".py") if os.path.exists(stem + end)}
    return {os.path.realpath(path) for path in paths}


def packages_of_others():
    """Return the folders of packages that workers can read and that are not our own.

    They are the system's, and those of the Python from which a virtual environment was made.
    """
    prefixes = {Path(sys.base_prefix), Path("/usr")}
    found = {place for prefix in prefixes for each in _PACKAGES for place in prefix.glob(each)}
    own = {os.path.realpath(path) for path in (*_folders(), *sys.path)}
    return {os.path.realpath(path) for path in found} - own


def _folders():
    own = [site.getusersitepackages()] if site.ENABLE_USER_SITE else []
    return site.getsitepackages() + own


def _below(folder, prefix):
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith(tuple(EXTENSION_SUFFIXES)):
            yield prefix + entry.name.partition(".")[0], os.path.realpath(entry.path)
        elif entry.is_dir() and entry.name not in _PASSED_OVER and "-" not in entry.name:
            yield from _below(entry.path, f"{prefix}{entry.name}.")


def import_while_possible(names):
    """Import these modules, and those of the standard library, while they can still be loaded."""
    folder = sysconfig.get_config_var("DESTSHARED") or ""
    own = [each.partition(".")[0] for each in os.listdir(folder)] if os.path.isdir(folder) else []
    needed = [name for name in own if not any(part in name for part in _NOT_NEEDED)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in (*needed, *names):
            # one that does not load here would not load for a submission either
            with contextlib.suppress(Exception):
                importlib.import_module(name)
