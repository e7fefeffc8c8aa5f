"""What a file's name says: what kind of file it is, and when it was exported."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from pathlib import PurePath

# What notebooks, browsers and learning-management systems append to the name of a second copy.
DECORATIONS = (
    r"\s*\(\d{1,3}\)",  # convolution (1)
    r"\s*-?\s*copy(\s*\d{1,3})?",  # convolution-Copy1, convolution copy 2, convolution - Copy
    r"[-_ ]\d{1,3}",  # convolution-2
    r"[-_ ]\d{4}_\d\d_\d\dT\d\d_\d\d_\d\d_\d{1,6}",  # convolution_2026_01_31T12_00_00_000000
)
DECORATION = re.compile(rf"({'|'.join(DECORATIONS)})\Z", re.IGNORECASE)
KIND = re.compile(r"(\.ipynb|\.py)(?:\.txt|\.json|\.download|\s*\(\d{1,3}\))*\s*\Z", re.IGNORECASE)
EXPORTED = re.compile(r"(\d{4})_(\d\d)_(\d\d)T(\d\d)_(\d\d)_(\d\d)_(\d{1,6})")
MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6})\d*)?\s*(?:([+-]\d\d):?(\d\d))?"
)


def kind_of(name):
    """Return whether a file is a notebook or a script, by its name.

    Browsers and mail programs hang ``.txt``, ``.json`` or a number on a name; that changes nothing.

    Returns
    -------
    kind : {".ipynb", ".py", ""}
        "" where it is neither.

    Examples
    --------
    >>> kind_of("Convolution.IPYNB"), kind_of("tophat.py (1).txt"), kind_of("notes.txt")
    ('.ipynb', '.py', '')
    """
    found = KIND.search(name)
    return found[1].lower() if found else ""


def stem_of(name):
    """Return a file's name without what says what kind of file it is."""
    return KIND.sub("", name) if KIND.search(name) else PurePath(name).stem


def exported_at(name):
    """Return the time in the name of Otter's export, in seconds since 1970, or None.

    The name holds the time of the student's own clock; it is taken for UTC.
    """
    found = EXPORTED.search(name)
    return found and _seconds(*found.groups())


def _seconds(year, month, day, hour, minute, second, fraction="0"):
    """Return a time in UTC in seconds since 1970, or None where there is no such time."""
    try:
        whole = [int(each) for each in (year, month, day, hour, minute, second)]
        micro = int(str(fraction).ljust(6, "0"))
        return datetime(*whole, micro, tzinfo=timezone.utc).timestamp()
    except ValueError:
        return None


def moment(text):
    """Return a time as nbgrader and Gradescope write it in seconds since 1970, or None.

    Examples
    --------
    >>> moment("2026-01-31 12:00:00.500000000 Z") - moment("2026-01-31 13:00:00 +01:00")
    0.5
    """
    found = MOMENT.search(text)
    if not found:
        return None
    day, clock, fraction, hours, minutes = found.groups()
    time = _seconds(*day.split("-"), *clock.split(":"), fraction or "0")
    offset = int(hours or 0) * 3600
    offset += int(minutes or 0) * (-60 if (hours or "").startswith("-") else 60)
    return time and time - offset
