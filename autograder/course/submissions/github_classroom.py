"""Clones of GitHub Classroom's repositories, each named after an assignment and a user.

As ``gh classroom clone student-repos`` makes them, for one assignment or for several::

    convolution-submissions/convolution-octocat/convolution.ipynb
    convolution-submissions/convolution-hubot/assignments/convolution/convolution.ipynb

Names of assignments and of users may hold hyphens, so that the name of a repository alone does not
tell where the user's begins.
"""

from __future__ import annotations

import csv
import re

from autograder.course.identities import Identity
from autograder.course.submissions.contents import contents
from autograder.course.submissions.folders import Folder
from autograder.course.submissions.hand_in import HandIn, children_of
from autograder.course.submissions.majority import mostly
from autograder.course.submissions.note import Note, left_out
from autograder.course.submissions.student_keys import as_name
from autograder.course.submissions.zips import Unreadable

SYSTEM = "GitHub"
TITLE = "clones of GitHub Classroom's repositories; students go by their user names"
TIMES_TELL = False  # all files of a clone are as old as the clone
COLLECTION = re.compile(r"(?P<assignment>.+)-submissions")
ROSTER, LARGEST_ROSTER = "classroom_roster.csv", 5 * 1024**2


def recognise(folder):
    """Return whether a folder holds clones, or folders of them."""
    folders = [each for each in folder.children() if isinstance(each, Folder)]
    if mostly(lambda each: each.holds(".git"), folders) or _assignment_of(folder, folders):
        return True
    return mostly(lambda each: _assignment_of(each, children_of(each)[0]), folders)


def hand_ins(folder):
    """Return what was handed in, each repository for itself, and notes."""
    roster, notes = _read_roster(folder)
    found = []
    for collection in _collections(folder):
        children, more = children_of(collection)
        repositories = [each for each in children if isinstance(each, Folder)]
        assignment, clause = _assignment_and_clause(collection, repositories)
        notes += [*more, *map(_loose, filter(_is_loose, children))]
        notes += [Note(collection.path, clause)] if clause else []
        for each in repositories:
            user = _user_of(each, assignment, roster)
            found.append(HandIn.of(_identity_of(user, roster), each))
    return found, notes


def _is_loose(child):
    return not isinstance(child, Folder) and (child.is_work or child.is_zip)


def _loose(file):
    return left_out(file.path, "it is in no repository", is_work=True)


def _assignment_and_clause(collection, repositories):
    """Return the assignment of some repositories, or "", and a clause if it is only a guess."""
    assignment = _assignment_of(collection, repositories)
    if assignment or any(map(_exercise_in, repositories)):
        return assignment, ""
    guess = _common_start(repositories)
    clause = f"the names begin with {guess!r}, which is taken for the assignment" if guess else ""
    return guess, clause


def _collections(folder):
    """Return the folders that hold repositories: the folder itself, or one for each assignment."""
    folders = [each for each in folder.children() if isinstance(each, Folder)]
    inner = [each for each in folders if _assignment_of(each, children_of(each)[0])]
    return inner or [folder]


def _assignment_of(folder, repositories):
    """Return the assignment in the name of a folder of clones, or "" where it is no such folder."""
    named = COLLECTION.fullmatch(folder.path.name.removesuffix(".zip"))
    start = f"{named['assignment']}-" if named else ""
    names = [each.name for each in repositories if isinstance(each, Folder)]
    return start[:-1] if start and mostly(lambda name: name.startswith(start), names) else ""


def _common_start(repositories):
    """Return what the names of two or more repositories have in common, up to a hyphen, or ""."""
    if len(repositories) < 2:
        return ""
    first, *_, last = sorted(each.name for each in repositories)
    differ = (n for n, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return first[: next(differ, len(first))].rpartition("-")[0]


def _user_of(repository, assignment, roster):
    """Return the user whose a repository is; its whole name where that is not clear."""
    name = repository.name
    known = [user for user in roster if name.lower().endswith(f"-{user}")]
    if known:
        return max(known, key=len)
    if assignment and name.startswith(f"{assignment}-"):
        return name.removeprefix(f"{assignment}-")
    exercise = _exercise_in(repository)
    return name.removeprefix(f"{exercise}-") if exercise else name


def _exercise_in(repository):
    """Return what a repository's name begins with if that is an exercise, at the longest, or ""."""
    parts = repository.name.split("-")
    starts = ("-".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))
    return next(filter(repository.exercises.exercise_of, starts), "")


def _identity_of(user, roster):
    """Return who a user is, of whom the classroom's roster may know more."""
    row = roster.get(user.lower(), {})
    name, number = row.get("name") or "", row.get("identifier") or ""
    return Identity(as_name(user), name, number, account=user.lower(), system=SYSTEM)


def _read_roster(folder):
    """Return the rows of GitHub Classroom's roster in the folder, by user, and notes."""
    if not folder.holds(ROSTER):
        return {}, []
    try:
        text = contents(folder.path / ROSTER, LARGEST_ROSTER).decode("utf-8-sig")
        rows = list(csv.DictReader(text.splitlines()))
    except (Unreadable, UnicodeError, csv.Error) as error:
        return {}, [Note(folder.path / ROSTER, f"it cannot be read: {error}")]
    users = ((row.get("github_username") or "").strip().lower() for row in rows)
    return {user: row for user, row in zip(users, rows, strict=True) if user}, []
