"""What a forbidden library function leaves behind: a stand-in that says, when called, what it was.

Where an exercise forbids a module, the module is never imported: a stand-in takes its place, and so
it does for compiled code that the exercise does not list. A stand-in does no work, so nothing
depends on its being heard. It is there for the honest, who want to know which call to replace.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.metadata
import sys
import types

from autograder.sandbox.worker.wires import public_module

# Packages of which much is pure Python that works without their compiled modules.
_MIXED = ("scipy", "skimage", "PIL")
# Other libraries, of which an exercise may list some: stand-ins, so that importing them succeeds.
_OTHERS = (
    *("scipy.cluster", "scipy.datasets", "scipy.differentiate", "scipy.integrate"),
    *("scipy.interpolate", "scipy.io", "scipy.odr", "scipy.optimize", "scipy.stats"),
    *("cupy", "cv2", "dipy", "h5py", "itk", "jax", "jaxlib", "keras", "mahotas", "mlx", "mxnet"),
    *("pandas", "paddle", "polars", "pyfftw", "pyvips", "pywt", "SimpleITK", "sklearn"),
    *("sympy", "tensorflow", "tinygrad", "torch", "torchvision", "xarray"),
    # Written in Python, and they convolve or multiply polynomials.
    *("autograd", "chainer", "mygrad"),
    # They bring copies of other libraries, such as that with ``more_itertools.convolve``.
    *("pip", "pkg_resources", "setuptools"),
)
# Libraries whose compiled code reads text: it may be imported before the rest is kept out.
_NO_PIXELS = ("charset_normalizer",)


class NotHere(Exception):
    """A function was called that an exercise forbids; the message names it."""


class StandIn:
    """Stands where something of a library was; its attributes do so too.

    Parameters
    ----------
    name : str
        The name under which students know it.
    wires : Wires
        What takes note of calls.
    is_function : bool
        Whether it was a function for sure, whose attributes are called by its own name.
    """

    def __init__(self, name, wires, is_function=False):
        self.__name__ = name.rpartition(".")[2]
        self.__qualname__ = name
        self.__wires = wires
        self.__is_function = is_function

    def __call__(self, *args, **kwargs):
        """Say what was called, and stop."""
        self.__wires.note(self.__qualname__)
        raise NotHere(f"{self.__qualname__} is not available here: the work should be your own.")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        known_as = self.__qualname__ if self.__is_function else f"{self.__qualname__}.{name}"
        return StandIn(known_as, self.__wires, self.__is_function)

    def __mro_entries__(self, bases):
        """Let a class be derived from what is not here."""
        return ()

    def __repr__(self):
        return f"<{self.__qualname__} is not here>"


class _StandInModule(types.ModuleType):
    """A module whose every name is a stand-in."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        found = StandIn(f"{public_module(self.__name__)}.{name}", self.__loader__.wires)
        setattr(self, name, found)
        return found


class AbsentModules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds a stand-in for each module that should not be here, before any other finder looks.

    Parameters
    ----------
    modules : iterable of str
        Modules that are absent with all that is in them.
    kept : iterable of str
        Names, or begins of names, of compiled modules that may be loaded.
    wires : Wires
        What takes note of calls.

    Attributes
    ----------
    modules : tuple of str
        The absent modules, and those of other libraries that the exercise does not list.
    """

    def __init__(self, modules, kept, wires):
        self._kept, self.wires = tuple(kept), wires
        others = [each for each in _OTHERS if not is_below(each, self._kept)]
        self.modules = (*modules, *others)

    def find_spec(self, fullname, path=None, target=None):
        """Return the specification of a stand-in, or None for a module that may be loaded.

        Raises
        ------
        ModuleNotFoundError
            For a compiled module of a library that gets on without it, or is of no use here.
        """
        if is_below(fullname, self.modules):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        if not self._is_kept_out(fullname, path):
            return None
        if fullname.partition(".")[0] in _MIXED:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        raise ModuleNotFoundError(f"{fullname} is not here.", name=fullname)

    def require_absent(self, names):
        """Raise ImportError if a module is one of these that this finder would not let in."""
        for name in names:
            spec = getattr(sys.modules.get(name), "__spec__", None)
            name = getattr(spec, "name", name)
            is_known = name.partition(".")[0] in _NO_PIXELS or not self._is_of_others(name)
            if is_below(name, self.modules) or (_is_compiled(spec) and not is_known):
                raise ImportError(f"{name} is imported already, and it should not be here.")

    def _is_kept_out(self, name, path):
        if not self._is_of_others(name):
            return False
        return _is_compiled(importlib.machinery.PathFinder.find_spec(name, path))

    def _is_of_others(self, name):
        is_own = name.partition(".")[0] in sys.stdlib_module_names
        return not is_own and not stays(name, self._kept)

    def create_module(self, spec):
        """Return the stand-in of a module."""
        return _StandInModule(spec.name)

    def exec_module(self, module):
        """Give the stand-in what other modules look at when they are imported."""
        if module.__name__ == "PIL._imaging":
            module.PILLOW_VERSION = importlib.metadata.version("pillow")


def stays(name, kept):
    """Return whether a compiled module is one of those that an exercise lists, or below one.

    What a library tests itself with does not stay: it holds samples of anything, such as NumPy's
    ``conv1d_full``, and nobody needs it.
    """
    words = name.rpartition(".")[2].split("_")
    return is_below(name, kept) and not {"test", "tests"}.intersection(words)


def _is_compiled(spec):
    return isinstance(getattr(spec, "loader", None), importlib.machinery.ExtensionFileLoader)


def is_below(name, parents):
    """Return whether a dotted name is one of some names, or below one."""
    return any(name == each or name.startswith(f"{each}.") for each in parents)
