"""What a file's name says: what kind of file it is, and when it was exported."""

from __future__ import annotations

import re
from pathlib import PurePath

from autograder.course.submissions.moments import seconds

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


def kind_of(name):
    """Return whether a file is a notebook or a script, by its name.

    Browsers and mail programs hang ``.txt``, ``.json`` or a number on a name; that changes nothing.

    Returns
    -------
    kind : {".ipynb", ".py", ""}
        "" if it is neither.

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
    return found and seconds(*found.groups())
