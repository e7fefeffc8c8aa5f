"""Prepare a process for workers in which forbidden functions are not there."""

from __future__ import annotations

import contextlib
import importlib.util
import sys

from autograder.sandbox.worker import compiled
from autograder.sandbox.worker.absent import AbsentModules, is_below, stays
from autograder.sandbox.worker.wires import KEPT, Wires

# What Numba compiles instead of NumPy's functions: its own loops for them.
_OF_NUMBA = tuple(
    f"numba.np.arraymath.{name}"
    for name in ("_np_correlate_core", "_np_correlate_core_impl", "_np_correlate", "np_convolve")
)


class Absence:
    """What is not there, in this process and in those that are forked from it.

    It is made before NumPy is imported, unless all that was imported may stay.

    Parameters
    ----------
    forbidden : list of str
        Functions, such as ``"numpy.convolve"``; modules, such as ``"scipy.signal.*"``; and the
        compiled modules that stay, such as ``"+scipy.linalg"``. Empty if nothing is forbidden.
    shared : Absence, optional
        That of the process that this one was forked from.

    Attributes
    ----------
    before : frozenset of str
        The modules that any process has before the first `Absence` is made.
    wires : Wires
        What takes note of calls of what is not there.
    files : set of str
        Files that workers should not see.

    Raises
    ------
    ImportError
        If the other process has imported a module that should not be here.
    """

    def __init__(self, forbidden, shared=None):
        self.before = shared.before if shared else frozenset(sys.modules)
        self.wires, self.files = Wires(), set()
        self._seal = None
        self._kept = tuple(name[len(KEPT) :] for name in forbidden if name.startswith(KEPT))
        names = [name for name in forbidden if not name.startswith(KEPT)]
        self._modules = tuple(name[:-2] for name in names if name.endswith(".*"))
        self._functions = tuple(name for name in names if not name.endswith(".*"))
        self._finder = AbsentModules(self._modules, self._kept, self.wires)
        if names:
            self._finder.require_absent(set(sys.modules) - self.before)
            sys.meta_path.insert(0, self._finder)

    def load(self, name):
        """Import a module, as far as it gets on without what is not here."""
        with contextlib.suppress(*[Exception] if self._modules else []):
            importlib.import_module(name)

    def complete(self, is_sealed):
        """Take the functions out, after the modules that have them were imported.

        Parameters
        ----------
        is_sealed : bool
            Whether to load all compiled code that stays, so that workers can load no more, and to
            hide the files of all other.
        """
        if not self._modules and not self._functions:
            return
        functions = self._functions
        if "numba" in sys.modules or (is_sealed and importlib.util.find_spec("numba")):
            self.load("numba.np.arraymath")
            functions += _OF_NUMBA
        if is_sealed:
            self._seal_in()
        _module("substitutes").put_in_place(self._modules)
        self.files |= _module("removal").take_out(functions, self.wires, is_sealed)

    def _seal_in(self):
        """Load all compiled code that stays, and find out where the rest lies."""
        found = compiled.compiled_modules()
        absent = self._finder.modules
        others = [name for name in found if not is_below(name, absent)]
        kept = [name for name in others if stays(name, self._kept)]
        self.files |= {found[name] for name in others if name not in kept}
        self.files |= compiled.places_of(absent) | compiled.packages_of_others()
        compiled.import_while_possible(sorted(kept))
        self._seal = _module("machine_code").seal("numba" in sys.modules)

    def enter(self):
        """Let no compiled code be loaded from here on, if the platform can."""
        if self._seal is not None:
            self._seal()


def _module(name):
    """Import a module of the worker's that needs NumPy, which waits until this is wanted."""
    return importlib.import_module(f"{__package__}.{name}")
