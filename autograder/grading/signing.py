"""Digests that only the user who grades can make, so that nobody else rewrites a result.

The key lies in the user's own folder for such things, with mode 600. It lies outside of the folder
of results, which people copy and share, and where no worker can read it that is isolated.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from functools import cache
from pathlib import Path

from platformdirs import user_state_path

from autograder.files import write_new

NAME, LENGTH = "ledger-key", 32


def signature(*parts):
    """Return a digest of some bytes under the user's key, as hexadecimal digits."""
    digest = hmac.new(
        _key(str(user_state_path("autograder", appauthor=False))), digestmod=hashlib.sha256
    )
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


@cache
def _key(folder):
    """Return the key in a folder, a new one if there is none.

    If it cannot be kept, it lasts as long as this process; all is graded again the next time.
    """
    path = Path(folder) / NAME
    with contextlib.suppress(OSError):
        if not _is_ours(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            with contextlib.suppress(FileExistsError):  # another command has just made one
                write_new(path, secrets.token_bytes(LENGTH))
        return path.read_bytes()
    return secrets.token_bytes(LENGTH)


def _is_ours(path):
    """Return whether there is a whole key that nobody else may read or write."""
    try:
        status = os.stat(path, follow_symlinks=False)
    except FileNotFoundError:
        return False
    is_private = os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o077)
    return is_private and status.st_size == LENGTH
