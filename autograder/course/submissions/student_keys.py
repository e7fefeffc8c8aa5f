"""The keys of students: names that any file system takes, each of one student alone."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict

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
        name = f"{name[: LONGEST_NAME // 4]}{MARK}{MARK}{_digest(text)}"
    return name or "unnamed"


def _digest(text, length=6):
    """Return a few characters that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:length]


def unique_keys(identities):
    """Return a key for each identity, such that no two share one, whatever their case.

    Parameters
    ----------
    identities : iterable of Identity
        Students; one may occur several times.

    Returns
    -------
    students : dict of Identity to str
        The key of each. Where two would share one, a few characters follow that depend on that
        student alone.
    notes : list of str
        A sentence for each key that was changed.
    """
    sharing = defaultdict(set)
    for each in identities:
        sharing[each.student.casefold()].add(each)
    students, notes = {}, []
    for group in sharing.values():
        if len(group) == 1:
            students |= {each: each.student for each in group}
            continue
        length = 6
        while len({_digest(repr(each), length) for each in group}) < len(group):
            length += 1
        for each in sorted(group, key=repr):
            students[each] = f"{each.student}{MARK}{_digest(repr(each), length)}"
            known = ", ".join(filter(None, (each.name, each.id, each.email, each.source)))
            notes.append(
                f"{each.student}: {len(group)} students would have this name; the one known as "
                f"{known} is {students[each]}."
            )
    return students, notes
