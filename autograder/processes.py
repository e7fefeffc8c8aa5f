"""What processes need: Ctrl-C at a safe point, and a pause from looking for garbage."""

from __future__ import annotations

import contextlib
import gc
import signal


class Interruptible:
    """Keeps Ctrl-C until `check` is called; a context manager. A second one comes at once.

    Where something else than Python's own handler deals with Ctrl-C, that stays.
    """

    def __init__(self):
        self._came = self._is_ours = False

    def __enter__(self):
        self._is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self._is_ours:
            signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, kind, *_):
        if self._is_ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        if kind is None:
            self.check()

    def check(self):
        """Raise KeyboardInterrupt if there was a Ctrl-C."""
        if self._came:
            raise KeyboardInterrupt

    def _note(self, number, frame):
        self.check()
        self._came = True


@contextlib.contextmanager
def uninterrupted():
    """Keep Ctrl-C from processes that are started here; this one gets it a moment later."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def gc_paused():
    """Look for no garbage meanwhile: if hardly anything is garbage, to look takes long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
