"""Tripwires that a submission cannot undo: the host decides, and hears of a call as it is made.

Each alarm takes the place of a library function in every dictionary of the process. It is made of
two compiled pieces with no attribute that leads to the function, and no frame of ours is on the
stack while the function runs. It writes to a socket that goes to the host and that system calls
may not close; nothing in the worker remembers, so there is nothing to reset.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib.util
import inspect
import os
import sys
import types

import numpy as np

from autograder.sandbox.worker.guard import guard
from autograder.sandbox.worker.process import REPORTS
from autograder.sandbox.worker.tripwires import named_by

# Calls one function for its opinion of the arguments, then another with them, both from C.
Sequence = type(np.convolve)


class Alarms:
    """Where the functions stand that the patterns name: found once, used up by `arm`."""

    def __init__(self, patterns):
        found = named_by(patterns)
        functions = [function for function, *_ in found]
        self._alarms = {id(f): (names, alarm(f, public)) for f, public, names in found}
        self._places = _places(functions)
        modules = {name for pattern in patterns if _is_compiled(name := pattern.rpartition(".")[0])}
        modules |= {module for function in functions for module in _modules_of(function)}
        files = {path for module in modules for path in _files_of(module)}
        self.files = frozenset(os.path.realpath(path) for path in files)
        compiled = {name.rpartition(".")[2] for name in modules if _is_compiled(name)}
        self._guard = guard(self.files, frozenset(compiled))

    def arm(self, forbidden):
        """Put alarms in place of the functions that `forbidden` names, for as long as we live.

        Parameters
        ----------
        forbidden : iterable of str
            Patterns such as ``"scipy.signal.*"``; where there are none, nothing is guarded either.
        """
        forbidden = frozenset(forbidden)
        for holder, key, function in self._places:
            patterns, substitute = self._alarms[id(function)]
            if not forbidden.isdisjoint(patterns):
                holder[key] = substitute
        self._places, self._alarms = [], {}
        if forbidden:
            sys.addaudithook(self._guard)


def _places(functions):
    """Return ``(dictionary, key, function)`` for every dictionary that holds one of the functions.

    Among them are the names of modules, and the copies that Python keeps of compiled modules.
    """
    wanted = {id(function) for function in functions}
    holders = [each for each in gc.get_referrers(*functions) if type(each) is dict]
    return [
        (holder, key, value)
        for holder in holders
        for key, value in holder.items()
        if id(value) in wanted
    ]


def alarm(function, name):
    """Return what reports a call by this name and passes it on."""
    line, write = f"{name}\n".encode(), os.write

    def note(*args, **kwargs):
        with contextlib.suppress(OSError):  # where it is full, the host has enough to read
            write(REPORTS, line)
        return ()

    return opaque(Sequence(note, opaque(function, function, name)), function, name)


def opaque(function, shown, name):
    """Return a callable that passes its arguments on to `function` and has no way to get at it.

    What it says of itself is what the function `shown` says.
    """
    shell = functools.lru_cache(maxsize=0)(function)
    vars(shell).clear()
    shell.__name__ = shell.__qualname__ = name.rpartition(".")[2]
    shell.__module__ = getattr(shown, "__module__", None)
    shell.__doc__ = shown.__doc__
    return shell


def _modules_of(function):
    """Return the names of the modules that define a function: its own, and that of its code."""
    names = {getattr(function, "__module__", None)}
    code = getattr(inspect.unwrap(function), "__code__", None)
    if isinstance(code, types.CodeType):
        names.add(inspect.unwrap(function).__globals__.get("__name__"))
    return {name for name in names if name in sys.modules}


def _files_of(name):
    """Return the files that a module could be made from again; a package's own file is kept."""
    module = sys.modules[name]
    path = getattr(module, "__file__", None)
    if not path or hasattr(module, "__path__"):
        return []
    return [path] if _is_compiled(name) else [path, importlib.util.cache_from_source(path)]


def _is_compiled(name):
    """Return whether a module comes from a shared library."""
    loader = getattr(getattr(sys.modules.get(name), "__spec__", None), "loader", None)
    return isinstance(loader, importlib.machinery.ExtensionFileLoader)
