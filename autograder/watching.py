"""Check a file again whenever it is saved."""

from __future__ import annotations

from pathlib import Path

from watchfiles import watch

# Milliseconds: how often to look, and for how long a save may go on.
STEP, DEBOUNCE = 30, 100


def saves(path):
    """Yield once at the start, and then after each time that a file was saved.

    Editors that replace the file are noticed too, and so is a file that is not there yet.

    Parameters
    ----------
    path : path
        The file; its folder must exist.
    """
    yield
    path = Path(path).resolve()
    changes = watch(
        path.parent,
        watch_filter=lambda change, name: Path(name).name == path.name,
        step=STEP,
        debounce=DEBOUNCE,
        recursive=False,
        raise_interrupt=False,
    )
    for _ in changes:
        if path.is_file():
            yield
