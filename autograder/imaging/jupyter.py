"""Whether a notebook runs the code; no library is imported to find that out."""

from __future__ import annotations

import sys


def in_a_notebook():
    """Return whether a Jupyter kernel runs this."""
    ipython = sys.modules.get("IPython")
    return getattr(ipython and ipython.get_ipython(), "kernel", None) is not None
