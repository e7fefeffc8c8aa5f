"""Where looking for garbage takes long, since hardly anything that is made there is garbage."""

from __future__ import annotations

import gc
from contextlib import contextmanager


@contextmanager
def left_alone():
    """Look for no garbage meanwhile; afterwards as before."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
