"""A Gradescope export: a folder for each submission, and a file that says whose each is.

As "Export Submissions" makes it::

    assignment_8046601_export/
        submission_metadata.yml
        submission_234567890/convolution.ipynb
"""

from __future__ import annotations

from dataclasses import replace

from autograder.course.identities import Identity
from autograder.course.submissions.folders import Folder
from autograder.course.submissions.gradescope_metadata import FILE, read_metadata
from autograder.course.submissions.hand_in import HandIn
from autograder.course.submissions.note import Note
from autograder.course.submissions.student_keys import as_name
from autograder.course.submissions.zips import Unreadable

SYSTEM = "Gradescope"
TITLE = "a Gradescope export; students go by their number, or else by their e-mail or name"
TIMES_TELL = False


def recognise(folder):
    """Return whether a folder is such an export."""
    return folder.holds(FILE)


def hand_ins(folder):
    """Return what was handed in, once for each member of a group, and notes."""
    notes, found = [], []
    try:
        metadata = read_metadata(folder.path / FILE)
    except Unreadable as error:
        metadata = {}
        notes.append(Note(folder.path / FILE, f"it cannot be read: {error}"))
    for each in folder.children():
        if isinstance(each, Folder):
            people, time = metadata.pop(each.name, ((), 0.0))
            notes += _about(each, people)
            handed_in = HandIn.of(_identity_of({}, each.name), each, time)
            for person in people or [{}]:
                found.append(replace(handed_in, identity=_identity_of(person, each.name)))
    for name, (people, _) in metadata.items():
        path = folder.path / name
        missing = (Note(path, f"{FILE} has it but it is missing", is_work=True),)
        for person in people or [{}]:
            found.append(HandIn(_identity_of(person, name), path, (), notes=missing))
    return found, notes


def _about(folder, people):
    """Return notes on a submission that is not one student's."""
    if not people:
        clause = f"{FILE} does not say whose it is; it is graded under its own name"
        return [Note(folder.path, clause)]
    if len(people) > 1:
        clause = f"handed in by {len(people)} students together; each gets its points"
        return [Note(folder.path, clause)]
    return []


def _identity_of(person, folder_name):
    """Return who a submitter is, of whom there may be known name, number and e-mail."""
    name, number, email = (person.get(key, "").strip() for key in (":name", ":sid", ":email"))
    # Two students may have one name: if no more is known, the folder tells them apart.
    source = "" if number or email else folder_name
    key = as_name(number or email or name or folder_name)
    return Identity(key, name, number, email, source, SYSTEM)
