"""Whom a course file means by the names that it gives students."""

from __future__ import annotations

from collections import defaultdict

from autograder.course.gradebook.matching import folded
from autograder.course.identities import Identity
from autograder.course.policy.sections import unknown


def times_by_key(times, students, identities):
    """Return the times of a course file by the keys of students, and notes.

    A name is a student's if it is the key; else if it is the number, e-mail or name of no other.

    Parameters
    ----------
    times : dict of str to dict of str to datetime
        By the student's name in the file, and exercise.
    students : iterable of str
        The keys of the class.
    identities : dict of str to Identity
        What else is known of students, by key.

    Returns
    -------
    found : dict of str to dict of str to datetime
        By key, and exercise.
    notes : list of str
        A sentence for each name that is nobody's, or could be several people's.
    """
    students = list(students)
    named = defaultdict(set)
    for key in students:
        for name in _names(key, identities):
            named[folded(name)].add(key)
    found, notes = {}, []
    for name, each in times.items():
        keys = [name] if name in students else sorted(named.get(folded(name), ()))
        if len(keys) == 1:
            found.setdefault(keys[0], {}).update(each)
        elif keys:
            notes.append(
                f"course.toml: {name!r} could be {' or '.join(keys)}; name one by the key. Until "
                "then, nothing there counts for either."
            )
        else:
            among = dict.fromkeys(each for key in students for each in _names(key, identities))
            notes.append(f"course.toml: {unknown(name, tuple(among), 'student')}")
    return found, notes


def _names(key, identities):
    """Yield the names that a student may go by."""
    known = identities.get(key, Identity(key))
    yield from filter(None, (key, known.name, known.id, known.email))
