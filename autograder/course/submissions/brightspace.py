"""A download from Brightspace: a folder or a file for each submission, named after who and when.

As "Download" in the tool Assignments makes it::

    index.html
    397063-2557369 - Ada Example - Jan 31, 2026 1200 PM/convolution.ipynb
    397063-2557369 - Ada Example - Jan 31, 2026 1200 PM - convolution.ipynb
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from autograder.course.identities import Identity
from autograder.course.submissions.folders import File
from autograder.course.submissions.hand_in import HandIn
from autograder.course.submissions.majority import mostly
from autograder.course.submissions.moments import moment
from autograder.course.submissions.note import left_out
from autograder.course.submissions.student_keys import as_name

SYSTEM = "Brightspace"
TITLE = "a download from Brightspace; students go by name and number"
TIMES_TELL = False
INDEX = "index.html"
NAME = re.compile(
    r"(?P<first>\d+)-(?P<second>\d+) ?- ?(?P<name>.+?) ?- ?"
    r"(?P<time>(?:[^\W\d]+\.? \d{1,2}|\d{1,2} [^\W\d]+\.?),? \d{4} \d{3,4}(?: ?[AaPp]\.?[Mm]\.?)?)"
    r"(?: ?- ?(?P<original>.+))?",
    re.DOTALL,
)


def recognise(folder):
    """Return whether most in a folder is named as Brightspace names it."""
    children = [each for each in folder.children() if each.path.name != INDEX]
    return mostly(lambda each: NAME.fullmatch(each.path.name), children)


def hand_ins(folder):
    """Return what was handed in, each submission for itself, and notes."""
    found, notes = [], []
    children = folder.children()
    names = {each: NAME.fullmatch(each.path.name) for each in children}
    which = _number_of_people(filter(None, names.values()))
    for each, name in names.items():
        if not name:
            if each.path.name != INDEX:
                why = "it is not named as Brightspace names submissions"
                notes.append(left_out(each.path, why))
            continue
        if isinstance(each, File):
            each = replace(each, names=(name["original"] or each.path.name,))
        identity = _identity_of(name, which, folder)
        found.append(HandIn.of(identity, each, moment(name["time"]) or 0.0))
    return found, notes


def _number_of_people(names):
    """Return which of the two numbers is a person's: each person has one, and no two the same.

    Returns
    -------
    which : {"first", "second", ""}
        "" if neither is.
    """
    people = {which: (defaultdict(set), defaultdict(set)) for which in ("first", "second")}
    for name in names:
        for which, (numbers_of, names_of) in people.items():
            numbers_of[name["name"]].add(name[which])
            names_of[name[which]].add(name["name"])
    for which, (_, names_of) in people.items():
        if all(len(each) == 1 for each in names_of.values()):
            return which
    return ""


def _identity_of(name, which, folder):
    """Return who handed in something of this name."""
    if not which:
        account = f"{folder.path.name}: {name['name']}"
        return Identity(as_name(name["name"]), name["name"], account=account, system=SYSTEM)
    key = as_name(f"{name['name']}_{name[which]}")
    return Identity(key, name["name"], name[which], system=SYSTEM)
