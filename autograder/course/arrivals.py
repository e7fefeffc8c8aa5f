"""How submissions came: when, whether late, and as which file, as far as a download says that."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath
from typing import NamedTuple

_NOT_LATE = ("no", "on time", "in time", "false", "0")


class Arrival(NamedTuple):
    """What is known of how a submission came.

    Attributes
    ----------
    came : datetime or None
        When, with a time zone.
    is_late : bool or None
        Whether the system calls it late, by the due time that it knows.
    file : str
        Where in the download it was, with slashes.
    """

    came: datetime | None = None
    is_late: bool | None = None
    file: str = ""


UNKNOWN = Arrival()


def arrival_by(time, late, folder, path):
    """Return the `Arrival` by what a system says: its time in UTC, and its word on lateness, or "".

    A word that is none of those for "in time" calls a submission late.

    Parameters
    ----------
    time, late : str
        What the system says, or "".
    folder, path : path
        The download, and the file in it.

    Examples
    --------
    >>> arrival_by("2026-01-31T12:00:00Z", "", "/a", "/a/b/c.py").came.isoformat()
    '2026-01-31T12:00:00+00:00'
    >>> arrival_by("", "LATE", "/a", "/a/b/c.py")
    Arrival(came=None, is_late=True, file='b/c.py')
    >>> arrival_by("", "", "/a", "/a/b/c.py").is_late is None
    True
    """
    came = datetime.fromisoformat(time.replace("Z", "+00:00")) if time else None
    is_late = late.strip().casefold() not in _NOT_LATE if late.strip() else None
    path = PurePath(path)
    inside = path.relative_to(folder) if PurePath(folder) in path.parents else PurePath(path.name)
    return Arrival(came, is_late, inside.as_posix())
