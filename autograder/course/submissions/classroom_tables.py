"""The tables of a classroom on GitHub: its roster, and the scores beside a download."""

from __future__ import annotations

import csv

from autograder.course.submissions.contents import contents
from autograder.course.submissions.moments import moment
from autograder.course.submissions.note import Note
from autograder.course.submissions.zips import Unreadable

LARGEST = 5 * 1024**2


class Tables:
    """What tables in a folder say of users.

    Parameters
    ----------
    folder : Folder
        Where the tables are.
    around : Tables, optional
        Those of the folder around it.

    Attributes
    ----------
    people : dict of str to tuple
        By user name in lower case, the name, the identifier and the e-mail, or "".
    scored : dict of str to (float, str)
        By user name in lower case, when that user handed in last, and whether late.
    notes : list of Note
        On tables that cannot be read.
    """

    SCORES, ROSTERS = "scores.csv", ("classroom_roster.csv", "roster.csv")

    def __init__(self, folder, around=None):
        self.notes = []
        self.people = dict(around.people) if around else {}
        self.scored = {}
        for name in (*self.ROSTERS, self.SCORES):
            for row in self._rows(folder, name):
                user = (row.get("github_username") or row.get("username") or "").strip().lower()
                if user:
                    self._take(user, row, name == self.SCORES)

    def _take(self, user, row, is_score):
        parts = (row.get("first_name") or "", row.get("last_name") or "")
        full_name = row.get("name") or " ".join(filter(None, map(str.strip, parts)))
        told = (full_name, row.get("identifier") or "", row.get("email") or "")
        known = self.people.get(user, ("", "", ""))
        self.people[user] = tuple(a or b.strip() for a, b in zip(known, told, strict=True))
        if is_score:
            time = moment(row.get("datetime") or "") or 0.0
            if time >= self.scored.get(user, (0.0, ""))[0]:
                late = (row.get("late") or "").strip()
                self.scored[user] = time, "" if late.casefold() == "false" else late

    def _rows(self, folder, name):
        if not folder.holds(name):
            return []
        try:
            text = contents(folder.path / name, LARGEST).decode("utf-8-sig")
            return list(csv.DictReader(text.splitlines()))
        except (Unreadable, UnicodeError, csv.Error) as error:
            self.notes.append(Note(folder.path / name, f"it cannot be read: {error}"))
            return []
