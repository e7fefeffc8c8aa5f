"""Check a file again whenever it is saved."""

from __future__ import annotations

from pathlib import Path

from watchfiles import watch

# Milliseconds: how often to look for news, for how long a save may go on, and when to look at the
# file itself: it may have been saved before the watch began, or while it was being checked.
STEP, DEBOUNCE, OWN_LOOK = 30, 100, 500


def saves(path):
    """Yield once at the start, and then after each time that a file was saved.

    Editors that replace the file are noticed too, and so is a file that is gone for a while.

    Parameters
    ----------
    path : path
        The file; its folder must exist.
    """
    path = Path(path).resolve()
    seen = _signature(path)
    yield
    news = watch(
        path.parent,
        watch_filter=lambda change, name: Path(name).name == path.name,
        step=STEP,
        debounce=DEBOUNCE,
        rust_timeout=OWN_LOOK,
        yield_on_timeout=True,
        recursive=False,
    )
    for _ in news:
        if _signature(path) not in (None, seen):
            seen = _signature(path)
            yield


def _signature(path):
    """Return what changes when a file is saved, or None if there is no file."""
    try:
        now = path.stat()
    except OSError:
        return None
    return now.st_ino, now.st_mtime_ns, now.st_size
