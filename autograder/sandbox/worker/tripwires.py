"""Notice when a graded function calls a library function that would do its work.

`set_wires` puts a thin wrapper in front of each such function, in every module that holds it; so it
is noticed by whatever name, and whenever, it is called. While no graded function runs, the wrappers
only pass calls on. This is for a process that belongs to the student, such as a notebook, and for
the honest; no grade comes from it. In a worker the functions are `absent`.
"""

from __future__ import annotations

import importlib
import sys
import types

import numpy as np

from autograder.sandbox.worker.wires import KEPT, Wires, public_module


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
        if pattern.startswith(KEPT):
            continue
        module_name, _, attribute = pattern.rpartition(".")
        try:
            module = importlib.import_module(module_name)
        except ImportError:
            continue
        for name, function in wired_functions(module, attribute):
            public = f"{public_module(module_name)}.{name}"
            found.setdefault(id(function), (function, public, set()))[2].add(pattern)
    return list(found.values())


def wired_functions(module, attribute):
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
