"""Notice when a graded function calls a library function that would do its work.

`set_wires` puts a thin wrapper in front of each such function, in every module that holds it; so it
is noticed by whatever name, and whenever, it is called. While no graded function runs, the wrappers
only pass calls on. This is for a process that belongs to the student, such as a notebook; in a
worker, `alarms` does the same in a way that the submission cannot undo.
"""

from __future__ import annotations

import importlib
import sys
import types
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np


@dataclass
class Tripped:
    """The first forbidden function that was called, as a dotted name, or ""."""

    first: str = ""


class Wires:
    """The wires of this process; `patterns` are the dotted names that may not be called.

    Parameters
    ----------
    patterns : iterable of str
        Names such as ``"numpy.convolve"``, or ``"scipy.signal.*"`` for all of a module.
    """

    def __init__(self, patterns=()):
        self._patterns = frozenset(patterns)
        self._now = None

    @contextmanager
    def armed(self):
        """While the context lasts, note forbidden calls in the `Tripped` that it gives."""
        self._now = Tripped()
        try:
            yield self._now
        finally:
            self._now = None

    def forbid(self, patterns):
        """Replace the patterns that may not be called."""
        self._patterns = frozenset(patterns)

    def note(self, name, patterns):
        """Note a call; only the first counts, since library functions call each other."""
        now = self._now
        if now is not None and not now.first and not self._patterns.isdisjoint(patterns):
            now.first = name


NO_WIRES = Wires()


def set_wires(patterns):
    """Wrap every function that the patterns name, wherever it is bound; return the `Wires`.

    A pattern whose module does not exist here is passed over.
    """
    wires = Wires()
    wrapped = {
        id(function): (function, _wire(function, name, found, wires))
        for function, name, found in named_by(patterns)
    }
    for module in list(sys.modules.values()):
        _replace_in(module, wrapped)
    return wires


def named_by(patterns):
    """Return ``(function, public name, patterns)`` for each function that a pattern names."""
    found = {}
    for pattern in patterns:
        module_name, _, attribute = pattern.rpartition(".")
        try:
            module = importlib.import_module(module_name)
        except ImportError:
            continue
        for name, function in _functions_of(module, attribute):
            public = f"{_public_module(module_name)}.{name}"
            found.setdefault(id(function), (function, public, set()))[2].add(pattern)
    return list(found.values())


def _functions_of(module, attribute):
    """Return ``(name, function)`` pairs: the one of this name, or for ``*`` all of the module."""
    if attribute != "*":
        found = getattr(module, attribute, None)
        return [] if found is None else [(attribute, found)]
    for name in getattr(module, "__all__", ()):
        getattr(module, name, None)  # some packages import a function when it is first asked for
    parts = module.__name__.split(".")
    own = (parts[0], parts[-1])
    return [
        (name, value)
        for name, value in vars(module).items()
        if is_function(value) and (getattr(value, "__module__", None) or parts[0]).startswith(own)
    ]


def is_function(value):
    """Return whether a value is a function, compiled or not; classes and modules are none."""
    if isinstance(value, type | types.ModuleType):
        return False
    return isinstance(value, np.ufunc | types.FunctionType) or (
        callable(value) and type(value).__name__ in COMPILED
    )


COMPILED = (
    "_ArrayFunctionDispatcher",
    "builtin_function_or_method",
    "cython_function_or_method",
    "fused_cython_function",
    "nb_func",
    "_Function",
)


def _wire(function, name, patterns, wires):
    """Return a function that notes the call and passes it on."""

    def passed_on(*args, **kwargs):
        wires.note(name, patterns)
        return function(*args, **kwargs)

    passed_on.__name__ = getattr(function, "__name__", name)
    passed_on.__qualname__ = passed_on.__name__
    passed_on.__doc__ = function.__doc__
    passed_on.__module__ = getattr(function, "__module__", None)
    return passed_on


def _replace_in(module, wrapped):
    """Bind the wrappers in place of the functions in one module."""
    for name, value in list(getattr(module, "__dict__", {}).items()):
        function, wrapper = wrapped.get(id(value), (None, None))
        if wrapper is not None and function is value:
            setattr(module, name, wrapper)


def _public_module(name):
    """Return the module name that students know: without its private parts."""
    return ".".join(part for part in name.split(".") if not part.startswith("_"))
