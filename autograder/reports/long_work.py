"""Show something while work takes over a second."""

from __future__ import annotations

import threading
from contextlib import contextmanager

UNTIL_SHOWN = 1.0  # seconds


@contextmanager
def shown_meanwhile(show, hide):
    """Call `show` if the body takes over a second, and then `hide` when it is over.

    Parameters
    ----------
    show, hide : callable
        Called without arguments, in a thread of their own.
    """
    is_over = threading.Event()

    def wait():
        if not is_over.wait(UNTIL_SHOWN):
            show()
            is_over.wait()
            hide()

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
