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
        path.write_bytes(content)
        path.chmod(0o444)
    for path in {Path(folder, name).parent for name, _ in helpers}:
        if path != Path(folder):
            path.chmod(0o555)
    if helpers:
        sys.path.insert(0, os.fspath(folder))
