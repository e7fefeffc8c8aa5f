"""End a call in this very process after some seconds: by a signal, or by a watchdog thread."""

from __future__ import annotations

import contextlib
import ctypes
import signal
import threading
import time

# In which an error that was raised in a thread has come, unless somebody caught it.
STEPS = 100


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
    may_stop, is_over, has_fired = threading.Lock(), False, False

    def stop():
        nonlocal has_fired
        with may_stop:
            if not is_over:
                has_fired = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(Late))

    watchdog = threading.Timer(seconds, stop)
    watchdog.daemon = True
    watchdog.start()
    has_come = False
    try:
        yield
    except Late:
        has_come = True
        raise
    finally:
        watchdog.cancel()
        with may_stop:
            is_over = True
        if has_fired and not has_come:
            _wait_for_it()


def _wait_for_it():
    """Let an error come that was raised in this thread just now: it is too late to count.

    It cannot be taken back. In Python 3.11, that leaves a flag with which no function can be
    traced any more.
    """
    with contextlib.suppress(Late):
        for _ in range(STEPS):
            time.sleep(0)
