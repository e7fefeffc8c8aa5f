"""Ctrl-C when it suits: in the middle of a wait it could leave a lock locked, for good."""

from __future__ import annotations

import contextlib
import signal


class Interruptible:
    """Keeps Ctrl-C until `here` is called; a context manager. A second one comes at once.

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
            self.here()

    def here(self):
        """Raise KeyboardInterrupt if there was a Ctrl-C."""
        if self._came:
            raise KeyboardInterrupt

    def _note(self, number, frame):
        self.here()
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
