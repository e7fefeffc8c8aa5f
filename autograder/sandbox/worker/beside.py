"""Put the modules that lie beside a submission where it can import them."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def put_beside(folder, helpers):
    """Write helper modules into a folder, not to be changed, and let imports look there first.

    Parameters
    ----------
    folder : path
        The folder in which the submission runs.
    helpers : iterable of (str, bytes)
        The path of each from there, and what it holds.
    """
    for name, content in helpers:
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        # A worker cannot change modes, so the file has its own from the start.
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o444), "wb") as file:
            file.write(content)
    if helpers:
        sys.path.insert(0, os.fspath(folder))
