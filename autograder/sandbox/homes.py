"""The folder in which a sandbox and its workers have theirs, and what killed sandboxes left.

A home is locked while its host lives, and so it differs from one that nobody will remove.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import time
from pathlib import Path

from autograder.sandbox.worker import scratch

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

PREFIX = "autograder-"
# Seconds in which a home is surely locked after it was made.
UNTIL_LOCKED = 600


class Home:
    """A new folder for a sandbox, locked until it is removed or this process ends.

    Attributes
    ----------
    path : str
        Where it is.

    Raises
    ------
    OSError
        If it cannot be made; then nothing is left.
    """

    def __init__(self):
        remove_abandoned()
        self.path = tempfile.mkdtemp(prefix=PREFIX)
        try:
            self._lock = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)
        except OSError:
            os.rmdir(self.path)
            raise
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def remove(self):
        """Remove it with all that is in it."""
        scratch.remove(self.path)
        os.close(self._lock)


def remove_abandoned():
    """Remove homes of ours whose host was killed, with all that fills the disk there."""
    with contextlib.suppress(OSError):
        for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            with contextlib.suppress(OSError):
                _remove_if_abandoned(path)


def _remove_if_abandoned(path):
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        found = os.fstat(folder)
        is_ours = found.st_uid == os.geteuid() and not found.st_mode & stat.S_IWOTH
        if is_ours and time.time() - found.st_mtime > UNTIL_LOCKED:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)  # OSError while its host lives
            scratch.remove(path)
    finally:
        os.close(folder)
