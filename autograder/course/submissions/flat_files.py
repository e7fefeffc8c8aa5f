"""What a student handed in together, if a system puts all files into one folder."""

from __future__ import annotations

import re
from collections import defaultdict

# Canvas numbers a file of a name that was handed in before.
AGAIN = re.compile(r"-[0-9]+(?=\.[^.]+$)")


def flat_files(hand_ins):
    """Return the files that stand for a hand-in by themselves, by student and download.

    Parameters
    ----------
    hand_ins : iterable of HandIn

    Returns
    -------
    files : dict of (Identity, int) to list of (HandIn, File)
    """
    found = defaultdict(list)
    for each in hand_ins:
        for file in each.files:
            if file.path == each.path:
                found[each.identity, each.download].append((each, file))
    return found


def siblings_of(handed_in, file, flat):
    """Return the paths of what a student handed in with a file, by the names that it had then.

    Of several with one name it is the one that was handed in at the same time, or the newest.

    Parameters
    ----------
    handed_in, file : HandIn, File
        The file, and what it is part of.
    flat : dict
        What `flat_files` returns.

    Returns
    -------
    siblings : dict of str to path, or None
        None if the file lies in a folder of the student's own.
    """
    if file.path != handed_in.path:
        return None
    others = [each for each in flat[handed_in.identity, handed_in.download] if each[1] is not file]
    others.sort(key=lambda each: (each[0].time == handed_in.time, each[1].stamp or 0))
    return {AGAIN.sub("", other.names[0]): other.path for _, other in others if other.is_work}
