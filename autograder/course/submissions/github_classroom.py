"""Clones of the repositories of a classroom on GitHub, each named after an assignment and a user.

As ``gh teacher download`` of Classroom 50 makes them, or ``gh classroom clone student-repos`` did
for GitHub Classroom, for one assignment or for several::

    cs-hello_submissions_2026_01_31_T_12_00_00/scores.csv
    cs-hello_submissions_2026_01_31_T_12_00_00/cs-hello-octocat/convolution.ipynb
    hello-submissions/hello-octocat/assignments/convolution/convolution.ipynb
    roster.csv, classroom_roster.csv

Names of assignments and of users may hold hyphens: what the assignment is decides where the user's
name begins.
"""

from __future__ import annotations

import re

from autograder.course.identities import Identity
from autograder.course.submissions.classroom_tables import Tables
from autograder.course.submissions.folders import Folder
from autograder.course.submissions.hand_in import HandIn, children_of
from autograder.course.submissions.majority import mostly
from autograder.course.submissions.note import Note, left_out
from autograder.course.submissions.student_keys import as_name

SYSTEM = "GitHub"
TITLE = "clones of a classroom's repositories on GitHub; students go by their user names"
TIMES_TELL = False  # all files of a clone are as old as the clone
COLLECTION = re.compile(r"(?P<assignment>.+?)(?:-submissions|_submissions_[0-9_T]+)(?: ?\(\d+\))?")


def recognise(folder):
    """Return whether a folder holds clones, or folders of them."""
    folders = [each for each in folder.children() if isinstance(each, Folder)]
    if mostly(lambda each: each.holds(".git"), folders) or _assignment_of(folder, folders):
        return True
    if Tables(folder).scored and folders:
        return True
    return mostly(lambda each: _assignment_of(each, children_of(each)[0]), folders)


def hand_ins(folder):
    """Return what was handed in, each repository for itself, and notes."""
    found, notes = [], []
    around = Tables(folder)
    for collection in _collections(folder):
        tables = around if collection is folder else Tables(collection, around)
        notes += tables.notes
        children, more = children_of(collection)
        repositories = [each for each in children if isinstance(each, Folder)]
        prefix, clause = _prefix_and_clause(collection, repositories, tables)
        notes += [*more, *map(_loose, filter(_is_loose, children))]
        notes += [Note(collection.path, clause)] if clause else []
        for each in repositories:
            user = _user_of(each, prefix)
            time, late = tables.scored.get(user.lower(), (0.0, ""))
            found.append(HandIn.of(_identity_of(user, tables), each, time, late))
        found += _those_without(collection, tables, found)
    return found, notes


def _those_without(collection, tables, found):
    """Return a `HandIn` of no files for each user in the scores who has no repository."""
    there = {each.identity.account for each in found if collection.path in each.path.parents}
    path = collection.path / tables.SCORES
    missing = sorted(tables.scored.keys() - there)
    return [HandIn(_identity_of(user, tables), path, ()) for user in missing]


def _is_loose(child):
    return not isinstance(child, Folder) and (child.is_work or child.is_zip)


def _loose(file):
    return left_out(file.path, "it is in no repository", is_work=True)


def _prefix_and_clause(collection, repositories, tables):
    """Return what names begin with before the user, or "", and a clause if it is only a guess."""
    assignment = _assignment_of(collection, repositories)
    prefix = assignment or _prefix_of_known(repositories, tables)
    if prefix or any(map(_exercise_in, repositories)):
        return prefix, ""
    guess = _common_start(repositories)
    clause = f"the names begin with {guess!r}, which is taken for the assignment" if guess else ""
    return guess, clause


def _collections(folder):
    """Return the folders that hold repositories: the folder itself, or one for each assignment."""
    folders = [each for each in folder.children() if isinstance(each, Folder)]
    inner = [each for each in folders if _assignment_of(each, children_of(each)[0])]
    return inner or [folder]


def _assignment_of(folder, repositories):
    """Return the assignment in the name of a folder of clones, or "" if it is none."""
    named = COLLECTION.fullmatch(re.sub(r"\.zip\Z", "", folder.path.name, flags=re.IGNORECASE))
    start = f"{named['assignment']}-" if named else ""
    names = [each.name for each in repositories if isinstance(each, Folder)]
    return start[:-1] if start and mostly(lambda name: name.startswith(start), names) else ""


def _prefix_of_known(repositories, tables):
    """Return the one beginning that leaves the most users whom tables know; "" if none does."""
    known = {*tables.people, *tables.scored}
    names = [each.name.lower() for each in repositories]
    starts = {name[:n] for name in names for n, c in enumerate(name) if c == "-"}
    users = {s: [n[len(s) + 1 :] for n in names if n.startswith(f"{s}-")] for s in starts}
    fitting = {start: len(known.intersection(of)) for start, of in users.items()}
    best = min(fitting, key=lambda start: (-fitting[start], len(start)), default="")
    return best if best and 2 * fitting[best] > len(names) else ""


def _begins(repository, start):
    return repository.name.lower().startswith(f"{start}-")


def _common_start(repositories):
    """Return what the names of two or more repositories have in common, up to a hyphen, or ""."""
    if len(repositories) < 2:
        return ""
    first, *_, last = sorted(each.name for each in repositories)
    differ = (n for n, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return first[: next(differ, len(first))].rpartition("-")[0]


def _user_of(repository, prefix):
    """Return the user whose a repository is; its whole name if that is not clear."""
    if prefix and _begins(repository, prefix.lower()):
        return repository.name[len(prefix) + 1 :]
    exercise = "" if prefix else _exercise_in(repository)
    return repository.name.removeprefix(f"{exercise}-") if exercise else repository.name


def _exercise_in(repository):
    """Return what a repository's name begins with if that is an exercise, at the longest, or ""."""
    parts = repository.name.split("-")
    starts = ("-".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))
    return next(filter(repository.exercises.exercise_of, starts), "")


def _identity_of(user, tables):
    """Return who a user is, of whom a roster may know more."""
    name, number, email = tables.people.get(user.lower(), ("", "", ""))
    account = user.lower()
    return Identity(as_name(user), name, number, email, account=account, system=SYSTEM)
