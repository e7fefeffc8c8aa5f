"""A download from Moodle: a folder for each student, or one flat folder.

As "Download all submissions" makes it, with folders or without::

    Ada Example_12345_assignsubmission_file/convolution.ipynb
    Ada Example_12345_assignsubmission_file_convolution.ipynb
"""

from __future__ import annotations

import re
from dataclasses import replace

from autograder.course.identities import Identity
from autograder.course.submissions.folders import File
from autograder.course.submissions.hand_in import HandIn
from autograder.course.submissions.majority import mostly
from autograder.course.submissions.note import left_out
from autograder.course.submissions.student_keys import as_name
from autograder.course.submissions.worksheets import emails_by_number

SYSTEM = "Moodle"
TITLE = "a download from Moodle; students go by name and number of participant"
TIMES_TELL = False
NAME = re.compile(
    r"(?P<name>.+?)_(?P<number>[0-9]+)_assignsubmission_[a-z]+_?(?P<original>.*)", re.DOTALL
)


def recognise(folder):
    """Return whether most in a folder is named as Moodle names it."""
    return mostly(lambda each: NAME.fullmatch(each.path.name), folder.children())


def hand_ins(folder):
    """Return what was handed in, and notes."""
    found, notes = [], []
    emails = emails_by_number(folder, NAME)
    for each in folder.children():
        name = NAME.fullmatch(each.path.name)
        if not name:
            notes.append(left_out(each.path, "it is not named as Moodle names submissions"))
            continue
        if isinstance(each, File):
            each = replace(each, names=(name["original"],))
        # A grading worksheet of Moodle's has the number in this form.
        number = f"Participant {name['number']}"
        key = as_name(f"{name['name']}_{name['number']}")
        email = emails.get(name["number"], "")
        found.append(HandIn.of(Identity(key, name["name"], number, email, system=SYSTEM), each))
    return found, notes
