"""What most of some items have."""

from __future__ import annotations


def mostly(test, items):
    """Return whether a test holds for more than half of some items.

    A layout is recognised by what most of its parts have, lest one student make the whole class
    look like another layout.
    """
    items = list(items)
    return 2 * sum(map(bool, map(test, items))) > len(items)
