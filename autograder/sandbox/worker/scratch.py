"""The folders of workers: made for each, and removed whatever a submission left in them."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile


def make(home):
    """Return a new folder below `home`."""
    return tempfile.mkdtemp(dir=home)


def remove(folder):
    """Remove a folder and all that is in it, however deep, locked or long; follow no links.

    Only the top is entered: a folder in it is emptied by moving its own folders up beside it.
    """
    moved = 0
    while inside := _folders_in(folder):
        for child in inside:
            for grandchild in _folders_in(child):
                moved += 1
                try:
                    os.rename(grandchild, os.path.join(folder, f".{moved}.{os.getpid()}"))
                except OSError:
                    break
            with contextlib.suppress(RecursionError):
                shutil.rmtree(child, ignore_errors=True)
        if inside == _folders_in(folder):
            break
    shutil.rmtree(folder, ignore_errors=True)


def _folders_in(folder):
    """Return the paths of the folders in a folder, unlocked; none if it cannot be read."""
    try:
        os.chmod(folder, stat.S_IRWXU)
        with os.scandir(folder) as entries:
            found = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        for path in found:
            os.chmod(path, stat.S_IRWXU)
        return found
    except OSError:
        return []
