"""Which name a student may have meant by another one."""

from __future__ import annotations

from difflib import SequenceMatcher

_ALIKE = 0.7  # of 1: from there, one name may be another one misspelt


def near_names(defined, asked):
    """Return the two names that are most alike, or None if none are, or it is not clear which.

    Parameters
    ----------
    defined : iterable of str
        The names in a file.
    asked : iterable of str
        The names that it should have.

    Returns
    -------
    tuple of str, or None
        A name of the file, and the one that it should have.

    Examples
    --------
    >>> near_names(["main", "convolve_2d"], ["convolve2d", "opening"])
    ('convolve_2d', 'convolve2d')
    >>> near_names(["convolve"], ["convolve2d", "convolve3d"])
    """
    alike = [
        (SequenceMatcher(None, name, mine.casefold()).ratio(), mine, name)
        for mine in defined
        for name in asked
    ]
    best = max(alike, default=(0, "", ""))
    is_clear = sum(each[:2] == best[:2] for each in alike) == 1
    return best[1:] if best[0] >= _ALIKE and is_clear else None
