"""Take functions out of modules that stay: every name that leads to them, and their way in."""

from __future__ import annotations

import gc
import importlib.util
import inspect
import os
import sys
import types

from autograder.sandbox.worker import machine_code
from autograder.sandbox.worker.absent import StandIn
from autograder.sandbox.worker.tripwires import named_by


def take_out(patterns, wires, is_sealed):
    """Put a `StandIn` in place of every function that the patterns name, in every dictionary.

    Among these are the names of modules, and the copies that Python keeps of compiled modules.

    Parameters
    ----------
    patterns : iterable of str
        Dotted names of functions.
    wires : Wires
        What takes note of calls.
    is_sealed : bool
        Whether submissions that are graded come here, so that no way in may stay.

    Returns
    -------
    files : set of str
        Files that the functions could be made from again.
    """
    found = named_by(patterns)
    functions = [function for function, *_ in found]
    files = {path for function in functions for path in _files_of(function)}
    stand_ins = {
        id(function): StandIn(public, wires, is_function=True) for function, public, _ in found
    }
    _take_out_of_classes(functions, stand_ins)
    for holder in [each for each in gc.get_referrers(*functions) if type(each) is dict]:
        for key, value in list(holder.items()):
            if id(value) in stand_ins:
                holder[key] = stand_ins[id(value)]
            if id(key) in stand_ins:  # SciPy has a table of what each of its functions can do
                holder[stand_ins[id(key)]] = holder.pop(key)
    compiled = [each for each in functions if type(each) is types.BuiltinFunctionType]
    machine_code.erase(compiled, is_sealed)
    return files


def _take_out_of_classes(functions, stand_ins):
    """Put stand-ins in place of functions that classes hold as their own, such as a product."""
    held = [each for each in gc.get_referrers(*functions) if isinstance(each, staticmethod)]
    holders = [each for each in gc.get_referrers(*held) if type(each) is dict]
    for each in gc.get_referrers(*holders):
        for name, value in list(vars(each).items()) if isinstance(each, type) else ():
            if isinstance(value, staticmethod) and id(value.__func__) in stand_ins:
                setattr(each, name, stand_ins[id(value.__func__)])


def _files_of(function):
    """Return the files that a function written in Python could be made from again."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    names = {getattr(function, "__module__", None)}
    if isinstance(code, types.CodeType):
        names.add(inspect.unwrap(function).__globals__.get("__name__"))
    for name in names & set(sys.modules):
        path = getattr(sys.modules[name], "__file__", None) or ""
        if path.endswith(".py") and not hasattr(sys.modules[name], "__path__"):
            yield os.path.realpath(path)
            yield os.path.realpath(importlib.util.cache_from_source(path))
