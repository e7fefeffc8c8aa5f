"""Stand-ins for what a submission checks itself with, and for the figures of its handout."""

from __future__ import annotations

import sys
import types

from autograder.imaging import figures


def stand_in_for_graders():
    """Let a submission's own checks do nothing, and its figures of the handout draw nothing."""
    sys.modules["otter"] = _stand_in_for_otter()
    sys.modules["autograder"].notebook = _Grader
    for name in figures.__all__:
        setattr(figures, name, _draw_nothing)


def _draw_nothing(*args, **kwargs):
    """Stand in for a figure of the handout, which nobody looks at here."""


class _Grader:
    """Stands in for the grader of a notebook, ours or Otter's: grading happens elsewhere."""

    def __init__(self, *args, **kwargs):
        pass

    def __getattr__(self, name):
        return _do_no_check


def _do_no_check(*args, **kwargs):
    """Stand in for what a grader does."""


def _stand_in_for_otter():
    """Return a module ``otter`` whose notebook checks nothing."""
    module = types.ModuleType("otter")
    module.Notebook = _Grader
    return module
