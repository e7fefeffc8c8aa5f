"""End a call in this very process after some seconds: by a signal, or by a watchdog thread."""

from __future__ import annotations

import contextlib
import ctypes
import signal
import threading


class Late(BaseException):
    """A call took too long. No `Exception`, so that a student's code does not catch it."""


@contextlib.contextmanager
def ended_after(seconds):
    """Raise `Late` in the block if it takes longer.

    A signal does so in the main thread of a process that has the timer; elsewhere a watchdog does.
    Neither ends a single call of compiled code: it counts when that comes back.
    """
    is_main = threading.current_thread() is threading.main_thread()
    has_timer = is_main and hasattr(signal, "setitimer")
    with _by_signal(seconds) if has_timer else _by_watchdog(seconds):
        yield


@contextlib.contextmanager
def _by_signal(seconds):
    def stop(number, frame):
        raise Late

    before = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _by_watchdog(seconds):
    thread = ctypes.c_ulong(threading.get_ident())
    may_stop, is_over = threading.Lock(), False

    def stop():
        with may_stop:
            if not is_over:
                _raise_in(thread, ctypes.py_object(Late))

    watchdog = threading.Timer(seconds, stop)
    watchdog.daemon = True
    watchdog.start()
    try:
        yield
    finally:
        watchdog.cancel()
        with may_stop:
            is_over = True
            _raise_in(thread, None)  # one that has not come yet is too late now


def _raise_in(thread, error):
    """Let a thread raise an error at its next step of Python, or take that back for None."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, error)
