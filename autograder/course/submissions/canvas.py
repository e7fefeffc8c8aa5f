"""A bulk download from Canvas: one flat folder, the names of whose files say whose they are.

As "Download Submissions" makes it, with ``LATE`` if it is late, and ``-1`` if a student
handed a file of the same name in again::

    smithbob_340934_208490284_convolution.ipynb
    wellslane_LATE_334244_394803489_convolution-1.ipynb
    anon_b4cDe_394803490_convolution.ipynb
"""

from __future__ import annotations

import re
from dataclasses import replace
from unicodedata import normalize

from autograder.course.identities import Identity
from autograder.course.submissions.file_names import EXPORTED
from autograder.course.submissions.folders import File
from autograder.course.submissions.hand_in import HandIn
from autograder.course.submissions.majority import mostly
from autograder.course.submissions.note import left_out
from autograder.course.submissions.student_keys import as_name

SYSTEM = "Canvas"
TITLE = "a bulk download from Canvas; students go by the name that Canvas gives and their id"
TIMES_TELL = False
NAME = re.compile(
    r"(?P<late>LATE_)?"
    r"(?:(?P<anonymous>anon_[0-9A-Za-z]+)"
    r"|(?P<name>\w+?)(?P<also_late>_LATE)?_(?P<id>[0-9]+))"
    r"_(?P<attachment>[0-9]+)_(?P<original>.+)",
    re.DOTALL,
)
# What a student typed into Canvas, in the place of a file.
TEXT = re.compile(r"(?P<name>\w+?)(?:_LATE)?_(?P<id>[0-9]+)_text\.html")


def recognise(folder):
    """Return whether most of a folder are files that are named as Canvas names them."""
    return mostly(lambda each: isinstance(each, File) and _parsed(each), folder.children())


def hand_ins(folder):
    """Return what was handed in, each file for itself, and notes."""
    found, notes = [], []
    for each in folder.children():
        name = _parsed(each)
        if (
            not name
            and isinstance(each, File)
            and (typed := TEXT.fullmatch(normalize("NFC", each.path.name)))
        ):
            found.append(HandIn.of(_person(typed), each))
            continue
        if not name or not isinstance(each, File):
            notes.append(left_out(each.path, "it is not named as Canvas names files"))
            continue
        # Canvas numbers files in the order in which they were handed in.
        number = int(name["attachment"])
        original = replace(each, names=(name["original"],), stamp=number)
        late = "yes" if name["late"] or name["also_late"] else ""
        found.append(HandIn.of(_identity_of(name), original, late=late))
    return found, notes


def _parsed(file):
    """Return what Canvas put into a file's name, or None; the time of an export is not a number."""
    return NAME.fullmatch(EXPORTED.sub("", normalize("NFC", file.path.name)))


def _identity_of(name):
    """Return who handed in a file of this name."""
    if name["anonymous"]:
        return Identity(as_name(name["anonymous"]), account=name["anonymous"], system=SYSTEM)
    return _person(name)


def _person(name):
    """Return the person whom Canvas named, with the id that it gave."""
    key = as_name(f"{name['name']}_{name['id']}")
    return Identity(key, name["name"], name["id"], system=SYSTEM)
