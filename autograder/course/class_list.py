"""Who and what of a class was graded into a folder, download by download.

Each grading adds to it, so that a class that is graded download by download has the same grades as
one that is graded at once.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from autograder.course.arrivals import arrival_by
from autograder.course.identities import Identity
from autograder.course.submissions.submission import BadSubmission, Remembered, Submission
from autograder.files import replace

NAME = ".class.json"


class ClassList:
    """The class of a folder of results.

    Attributes
    ----------
    people : dict of str to Identity
        All students, by key.
    folders : list of str
        The downloads that were graded into it, in the order in which they were.
    beside : list of Remembered
        What stands from other downloads than those that were graded last.
    """

    def __init__(self, out):
        self._path = Path(out) / NAME
        try:
            self._load(json.loads(self._path.read_bytes()) if self._path.exists() else {})
        except (ValueError, TypeError, AttributeError) as error:
            raise BadSubmission(
                f"{self._path} is damaged: expected what `grade` wrote. Remove it, and grade all "
                "downloads again."
            ) from error

    def _load(self, kept):
        self.people = {key: Identity(**each) for key, each in kept.get("people", {}).items()}
        self.folders, self.beside = kept.get("folders", []), []
        self._work = {(s, e): tuple(rest) for s, e, *rest in kept.get("work", ())}
        self._named, self._left = kept.get("named", {}), kept.get("left", {})

    @property
    def students(self):
        """The keys of all students, sorted."""
        return sorted(self.people)

    @property
    def unsure(self):
        """The keys of students with work that was not graded."""
        return {student for student, folders in self._left.items() if folders}

    @property
    def moments(self):
        """When each was handed in and whether late, or "", by student and exercise."""
        return {of: (time, late) for of, (_, _, time, late) in self._work.items()}

    @property
    def arrivals(self):
        """How each came, as `Arrival`, by student and exercise."""
        return {
            of: arrival_by(time, late, folder, path)
            for of, (folder, path, time, late) in self._work.items()
        }

    def take(self, found, digest_of):
        """Add what was found in downloads to the class.

        An exercise changes if a download holds it: what was handed in for it in the same
        download before, and is there no more, is gone. All else stays, and so does a file with
        several exercises that counts as another one of them this time.

        Parameters
        ----------
        found : Found
            What was found.
        digest_of : callable
            Returns the digest of the file that was graded last for a student and an exercise.
        """
        exercises = {each.exercise for each in found.submissions}
        here = {folder for folders in found.named.values() for folder in folders}
        # A download may have taken the place of another exercise's.
        held = {folder: set() for folder in here}
        for (_, exercise), (folder, *_) in self._work.items():
            held.get(folder, set()).add(exercise)
        again = {folder for folder in here if held[folder] <= exercises}
        now = {(each.student, each.exercise) for each in found.submissions}
        kept = {
            of: told
            for of, told in self._work.items()
            if of not in now
            and (
                not (of[1] in exercises and told[0] in here)
                or _is_still_there(of, told[1], found, digest_of)
            )
        }
        self.beside = [
            Remembered(*of, path, self.people.get(of[0]), digest_of(*of))
            for of, (_, path, *_) in sorted(kept.items())
        ]
        had_work = {student for student, _ in self._work}
        self._work = kept | {
            (each.student, each.exercise): (
                *(found.folder_of(each.path), str(each.path)),
                *(each.time, each.late),
            )
            for each in found.submissions
        }
        self._take_people(found, had_work, again)
        self.folders = [*(each for each in self.folders if each not in here), *sorted(here)]

    def _take_people(self, found, had_work, again):
        has_work = {student for student, _ in self._work}
        for student in list(self.people):
            stays = set(self._named.get(student, ())) - again or student in has_work
            if student not in found.students and not stays and student in had_work:
                del self.people[student]
        self.people |= found.students
        for notes in (self._named, self._left):
            for student, folders in notes.items():
                notes[student] = [each for each in folders if each not in again]
        for student, folders in found.named.items():
            self._named[student] = sorted({*self._named.get(student, ()), *folders})
        for student, notes in found.not_graded.items():
            if student:
                folders = {found.folder_of(each.path) for each in notes}
                self._left[student] = sorted({*self._left.get(student, ()), *folders})
        for notes in (self._named, self._left):
            for student in set(notes) - set(self.people):
                del notes[student]

    def save(self):
        """Write it down, in one step."""
        kept = {
            "folders": self.folders,
            "people": {key: asdict(each) for key, each in sorted(self.people.items())},
            "named": self._named,
            "work": sorted([*of, *where] for of, where in self._work.items()),
            "left": self._left,
        }
        replace(self._path, json.dumps(kept, indent=1) + "\n")


def _is_still_there(of, path, found, digest_of):
    """Return whether a file is in a download as it was when it was graded for an exercise."""
    if path not in {str(each.path) for each in (*found.submissions, *found.notes)}:
        return False
    return Submission(*of, path).digest == digest_of(*of)
