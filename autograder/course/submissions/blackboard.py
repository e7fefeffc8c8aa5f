"""A download from Blackboard: one flat folder, the names of whose files say whose they are.

As "Assignment File Download" makes it, with a receipt for each attempt::

    Lab 1_ada_attempt_2026-01-31-12-00-00.txt
    Lab 1_ada_attempt_2026-01-31-12-00-00_convolution.ipynb

What nbgrader's ``zip_collect`` extracts has such names, too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from autograder.course.identities import Identity
from autograder.course.submissions.contents import contents
from autograder.course.submissions.folders import File
from autograder.course.submissions.hand_in import HandIn
from autograder.course.submissions.majority import mostly
from autograder.course.submissions.moments import moment
from autograder.course.submissions.note import left_out
from autograder.course.submissions.student_keys import as_name
from autograder.course.submissions.zips import Unreadable

SYSTEM = "Blackboard"
TITLE = "a download from Blackboard; students go by their user names"
TIMES_TELL = False
# Blackboard says "attempt" in the instructor's language.
NAME = re.compile(
    r"(?P<before>.+?)_(?P<attempt>[^\W\d_]+)_(?P<time>\d{4}(?:-\d\d){5})"
    r"(?:_(?P<original>.+)|\.txt)",
    re.DOTALL,
)
# The first line of a receipt, in whatever language: "Name: Ada Example (ada)".
RECEIPT = re.compile(r"\A\W*[^:\n]{1,40}: *(?P<name>[^\n]*?) *\((?P<user>[^()\n]+)\)")
LARGEST_RECEIPT = 1024**2


def recognise(folder):
    """Return whether most of a folder are files that are named as Blackboard names them."""
    return mostly(lambda each: isinstance(each, File) and _parsed(each), folder.children())


def _parsed(file):
    return NAME.fullmatch(file.path.name)


def hand_ins(folder):
    """Return what was handed in, each file for itself, and notes."""
    found, notes = [], []
    names = {each: _parsed(each) for each in folder.children() if isinstance(each, File)}
    users = _users(names)
    for each in folder.children():
        name = names.get(each)
        if not name:
            notes.append(left_out(each.path, "it is not named as Blackboard names files"))
            continue
        user, full_name = users[name["before"]]
        identity = Identity(as_name(user), full_name, user, system=SYSTEM)
        time = moment(name["time"]) or 0.0
        if name["original"]:
            original = replace(each, names=(name["original"],))
            found.append(HandIn.of(identity, original, time))
        else:
            found.append(HandIn(identity, each.path, (), time))
    return found, notes


def _users(names):
    """Return the user and, if known, the name for what stands before an attempt in file names.

    An assignment's title and a user's name may both hold underscores. A receipt tells the user;
    else it is what follows the part that all have in common.
    """
    told = {}
    for file, name in names.items():
        receipt = _receipt(file) if name and not name["original"] else None
        if receipt and name["before"].endswith(f"_{receipt['user']}"):
            told[name["before"]] = receipt["user"], receipt["name"]
    befores = sorted({name["before"] for name in names.values() if name})
    common = _common_start(befores)
    guessed = {each: (each[len(common) :], "") for each in befores}
    return guessed | told


def _receipt(file):
    """Return the match of a receipt's first line, or None."""
    try:
        text = contents(file.path, LARGEST_RECEIPT).decode("utf-8-sig", "replace")
    except Unreadable:
        return None
    return RECEIPT.match(text)


def _common_start(texts):
    """Return what texts begin with alike, up to an underscore."""
    first, last = texts[0], texts[-1]
    if first == last:
        return first[: first.rfind("_") + 1]
    differ = (n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b)
    return first[: first.rfind("_", 0, next(differ, len(first))) + 1]
