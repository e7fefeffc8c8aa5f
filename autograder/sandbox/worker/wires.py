"""What takes note of calls of forbidden functions while a graded function runs."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass

# What begins the name of compiled code that an exercise lists as staying.
KEPT = "+"


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

    def note(self, name, patterns=()):
        """Note a call; only the first counts, since library functions call each other."""
        now = self._now
        counts = not patterns or not self._patterns.isdisjoint(patterns)
        if counts and now is not None and not now.first:
            now.first = name


NO_WIRES = Wires()


def public_module(name):
    """Return the module name that students know: without its private parts."""
    return ".".join(part for part in name.split(".") if not part.startswith("_"))
