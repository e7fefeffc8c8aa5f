"""A download from Sakai: a folder for each student, named after name and user.

As "Download All" in the tool Assignments makes it, with folders or without::

    bulk_download/Lab 1/grades.csv
    bulk_download/Lab 1/Example, Ada(ada)/timestamp.txt
    bulk_download/Lab 1/Example, Ada(ada)/Submission attachment(s)/convolution.ipynb
    bulk_download/Lab 1/Example, Ada(ada)/Feedback Attachment(s)/marked.ipynb
    bulk_download/Lab 1/Example, Ada(ada)_Submission attachment(s)_convolution.ipynb
"""

from __future__ import annotations

import csv
import re
from dataclasses import replace

from autograder.course.identities import Identity
from autograder.course.submissions.contents import contents
from autograder.course.submissions.folders import File, Folder
from autograder.course.submissions.hand_in import HandIn, children_of
from autograder.course.submissions.majority import mostly
from autograder.course.submissions.note import NO_WORK, Note, left_out
from autograder.course.submissions.stamps import STAMP, stamped_time
from autograder.course.submissions.student_keys import as_name
from autograder.course.submissions.zips import Unreadable

SYSTEM = "Sakai"
TITLE = "a download from Sakai; students go by their user names"
TIMES_TELL = False
ATTACHED, GRADES = "Submission attachment(s)", "grades.csv"
# What the instructor gave back lies beside what the student handed in.
RETURNED = "Feedback Attachment(s)"
NAME = re.compile(r"(?P<name>.+?)\((?P<user>[^()]+)\)", re.DOTALL)
FLAT = re.compile(
    rf"{NAME.pattern}_(?:{re.escape(ATTACHED)}_(?P<original>.+)|submissionText\.html|{STAMP})",
    re.DOTALL,
)
LARGEST_TABLE = 5 * 1024**2


def recognise(folder):
    """Return whether most in a folder is named and filled as Sakai does."""
    children = [each for each in children_of(folder)[0] if each.path.name != GRADES]
    return mostly(lambda each: bool(_parsed(each)), children)


def _parsed(child):
    """Return whose a folder or file is, as Sakai names it, or None."""
    if isinstance(child, File):
        return FLAT.fullmatch(child.path.name)
    text = f"{child.path.name}_submissionText.html"
    is_filled = any(map(child.holds, (STAMP, ATTACHED, text)))
    return NAME.fullmatch(child.path.name) if is_filled else None


def hand_ins(folder):
    """Return what was handed in, and notes; who handed in nothing has a `HandIn` of no files."""
    listed, notes = _listed(folder)
    found = [HandIn(each, folder.path / GRADES, ()) for each, _ in listed.values()]
    for each in folder.children():
        name = _parsed(each) or (isinstance(each, Folder) and NAME.fullmatch(each.path.name))
        if not name:
            if each.path.name != GRADES:
                notes.append(left_out(each.path, "it is not named as Sakai names submissions"))
            continue
        user = name["user"]
        identity, late = listed.get(user, (_identity_of(user, name["name"]), ""))
        if isinstance(each, File):
            original = replace(each, names=(name["original"] or each.path.name,))
            found.append(HandIn.of(identity, original, late=late))
            continue
        time, more = stamped_time(each)
        found.append(_attached(HandIn.of(identity, each, time, late), each))
        notes += more
    return found, notes


def _identity_of(user, name):
    """Return who has a user name."""
    return Identity(as_name(user), name.strip(), user, system=SYSTEM)


def _attached(handed_in, folder):
    """Return what a student handed in, without what Sakai and the instructor put beside it."""
    attached, text = folder.path / ATTACHED, "_submissionText.html"
    files = [
        each
        for each in handed_in.files
        if attached in each.path.parents or each.path.name.endswith(text)
    ]
    notes = [*handed_in.notes, Note(folder.path / RETURNED, "it is feedback", NO_WORK)]
    notes = notes if folder.holds(RETURNED) else notes[:-1]
    return replace(handed_in, files=tuple(files), notes=tuple(notes))


def _listed(folder):
    """Return who stands in Sakai's table, by user: an Identity, and whether late; and notes."""
    if not folder.holds(GRADES):
        return {}, []
    try:
        text = contents(folder.path / GRADES, LARGEST_TABLE).decode("utf-8-sig")
        rows = list(csv.reader(text.splitlines()))
    except (Unreadable, UnicodeError, csv.Error) as error:
        return {}, [Note(folder.path / GRADES, f"it cannot be read: {error}")]
    start = next((n for n, row in enumerate(rows) if row[:2] == ["Display ID", "ID"]), len(rows))
    listed = {}
    header = [each.casefold() for each in rows[start]] if start < len(rows) else []
    column = next((n for n, each in enumerate(header) if "late" in each), None)
    for row in rows[start + 1 :]:
        if len(row) >= 4 and row[0].strip():
            late = row[column].strip() if column is not None and column < len(row) else ""
            name = f"{row[2].strip()}, {row[3].strip()}"
            listed[row[0].strip()] = _identity_of(row[0].strip(), name), late
    return listed, []
