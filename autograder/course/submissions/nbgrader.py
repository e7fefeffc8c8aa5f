"""What nbgrader collected: a folder for each student, and in it one for each assignment.

As ``nbgrader collect`` makes it in a course's folder, of one assignment, and in its exchange::

    submitted/bitdiddle/ps1/convolution.ipynb
    submitted/bitdiddle/ps1/timestamp.txt
    bitdiddle/timestamp.txt
    inbound/bitdiddle+ps1+2026-01-31 12:00:00.500000 UTC+abcd/timestamp.txt
"""

from __future__ import annotations

import re

from autograder.course.identities import Identity
from autograder.course.submissions import sakai
from autograder.course.submissions.folders import Folder
from autograder.course.submissions.hand_in import HandIn, children_of
from autograder.course.submissions.looks import SECTIONS, holds_whom, look_at
from autograder.course.submissions.majority import mostly
from autograder.course.submissions.note import left_out
from autograder.course.submissions.stamps import STAMP, stamped_time
from autograder.course.submissions.student_keys import as_name

SYSTEM = "nbgrader"
TITLE = "what nbgrader collected; students go by the names of their folders"
TIMES_TELL = False
COLLECTED = "submitted"
EXCHANGED = re.compile(r"(?P<user>[^+]+)\+[^+]+\+\d{4}-\d\d-\d\d .+")
# What lies beside the collected folder in a course of nbgrader's.
BESIDE = ("gradebook.db", "nbgrader_config.py", "source", "release", "autograded")


def recognise(folder):
    """Return whether a folder is a course of nbgrader's, or what was collected in one."""
    if folder.holds(COLLECTED) and any(map(folder.holds, BESIDE)):
        return True
    collected = _collected(folder)
    students = [each for each in _folders_in(collected)[0] if not sakai.recognise(each)]
    if sakai.recognise(collected) or not students:
        return False
    if mostly(lambda student: student.holds(STAMP), students):
        return True
    if not mostly(lambda student: any(e.holds(STAMP) for e in _folders_in(student)[0]), students):
        return False
    return collected.path.name == COLLECTED or not _are_assignments(students)


def _are_assignments(folders):
    """Return whether what look like students are assignments, each with the students in it."""
    inner = [each for folder in folders for each in _folders_in(folder)[0]]
    if mostly(lambda each: EXCHANGED.fullmatch(each.path.name), inner):
        return True
    looks = [look for look in map(look_at, folders) if look.groups]
    return bool(looks) and holds_whom(looks) == SECTIONS


def hand_ins(folder):
    """Return what was handed in, each assignment for itself, and notes.

    Who handed in nothing has a `HandIn` of no files.
    """
    found = []
    students, notes = _folders_in(_collected(folder))
    for student in students:
        exchanged = EXCHANGED.fullmatch(student.path.name)
        name = as_name(exchanged["user"]) if exchanged else student.name
        identity = Identity(name, account=name, system=SYSTEM)
        if exchanged or student.holds(STAMP):
            assignments = [student]
        else:
            assignments, more = _folders_in(student)
            notes += more
        for assignment in assignments:
            time, more = stamped_time(assignment)
            notes += more
            found.append(HandIn.of(identity, assignment, time))
        if not assignments:
            found.append(HandIn(identity, student.path, ()))
    return found, notes


def _collected(folder):
    """Return the folder that holds the students' folders."""
    inner = (each for each in folder.children() if each.path.name == COLLECTED)
    return next((each for each in inner if isinstance(each, Folder)), folder)


def _folders_in(folder):
    """Return the folders in a folder, and notes on files that should not be there."""
    children, notes = children_of(folder)
    clause = "it is in no student's folder for an assignment"
    loose = [each for each in children if not isinstance(each, Folder) and each.is_work]
    notes += [left_out(each.path, clause, is_work=True) for each in loose]
    return [each for each in children if isinstance(each, Folder)], notes
