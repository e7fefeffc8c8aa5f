"""Gradescope's file on an export: who handed in what, and when."""

from __future__ import annotations

from collections import defaultdict

import yaml

from autograder.course.submissions.contents import contents
from autograder.course.submissions.moments import moment
from autograder.course.submissions.zips import Unreadable

FILE = "submission_metadata.yml"
# It holds what an autograder on Gradescope wrote, for every attempt of every student. A loader
# would build all of that in memory, and what its aliases stand for; here a few texts are kept.
LARGEST = 300 * 1024**2
# Deeply nested text exhausts the stack of a loader; reading events stops before.
DEEPEST = 100
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_metadata(path):
    """Return who handed in each submission.

    Parameters
    ----------
    path : path
        The file; it may lead into a zip.

    Returns
    -------
    metadata : dict of str to tuple
        For each folder a list of dicts with the keys ``:name``, ``:sid`` and ``:email``, as far as
        they are known, and the time in seconds since 1970, or 0.

    Raises
    ------
    Unreadable
        If it cannot be read, or is not YAML.
    """
    people, times = defaultdict(dict), {}
    try:
        for (submission, *where), text in _leaves(contents(path, LARGEST)):
            if where[:1] == [":submitters"] and len(where) == 3:
                people[submission].setdefault(where[1], {})[where[2]] = text
            elif where in ([":created_at"], [":created_at", "utc"]):
                times[submission] = moment(text) or 0.0
    except (yaml.YAMLError, UnicodeError) as error:
        reason = " ".join(str(error).split())
        raise Unreadable(f"it is not the YAML that Gradescope writes ({reason})") from error
    return {
        each: (list(people[each].values()), times.get(each, 0.0)) for each in {**people, **times}
    }


def _leaves(text):
    """Yield ``(path, text)`` for each scalar of a YAML document, up to a depth of four.

    A path holds the keys of mappings and the numbers in sequences that lead to the scalar.
    """
    around = []  # for each open collection its key or number, and whether a key comes next
    for event in yaml.parse(text, Loader=LOADER):
        is_scalar = isinstance(event, yaml.ScalarEvent)
        if isinstance(event, yaml.CollectionStartEvent):
            around.append([0, None] if isinstance(event, yaml.SequenceStartEvent) else ["", True])
            if len(around) > DEEPEST:
                raise yaml.YAMLError("it is nested too deeply")
            continue
        if isinstance(event, yaml.CollectionEndEvent):
            around.pop()
        elif not isinstance(event, yaml.NodeEvent):
            continue
        elif is_scalar and around and around[-1][1]:
            around[-1][0] = event.value
        elif is_scalar and 1 < len(around) <= 4:
            yield tuple(key for key, _ in around), event.value
        if around:
            _advance(around[-1])


def _advance(place):
    """Note that a key, a value or an item of a collection was read."""
    if place[1] is None:
        place[0] += 1
    else:
        place[1] = not place[1]
