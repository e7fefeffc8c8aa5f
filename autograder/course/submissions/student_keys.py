"""The keys of students: names that any file system takes, each of one student alone."""

from __future__ import annotations

import hashlib
import unicodedata

# What a file system, here or on another machine, does not take in a name.
NOT_IN_NAMES = set('<>:"/\\|?*')
# It marks what was made up, so that no name may hold it.
MARK = "~"
LONGEST_NAME = 120


def as_name(text):
    """Return text as the name of a folder, on any system.

    Examples
    --------
    >>> as_name("../a:b")
    '_a_b'
    >>> as_name(" . ")
    'unnamed'
    """
    text = unicodedata.normalize("NFC", text)
    kept = (
        "_"
        if c in NOT_IN_NAMES or c == MARK or unicodedata.category(c) in ("Cc", "Cf", "Cs")
        else c
        for c in text
    )
    name = "".join(kept).strip(" .")
    if len(name.encode()) > LONGEST_NAME:
        name = f"{name[: LONGEST_NAME // 4]}{MARK}{MARK}{short_digest(text)}"
    return name or "unnamed"


def short_digest(text, length=6):
    """Return a few characters that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:length]
