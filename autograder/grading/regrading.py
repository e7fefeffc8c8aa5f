"""Grade again what no longer stands, beside the results, and say who moves before it takes over.

The new results wait in a folder of their own within that of the results, with a ledger of their
own: nothing is lost when this is interrupted, and nothing is graded twice.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass

from autograder.course.policy.counting import Counting
from autograder.grading.class_grading import ClassGrading
from autograder.grading.jobs import not_run, result_key
from autograder.grading.lock import locked
from autograder.grading.results import summary, write_grades

FOLDER = ".regraded"
_NONE = {"points": 0, "status": "not_run", "checks": ()}  # what counts if nothing was graded


@dataclass(frozen=True)
class _Move:
    """What becomes of one result.

    Attributes
    ----------
    student, exercise : str
        Whose it is, and for what.
    before, after : dict or None
        The records; `before` is None if there was no verdict yet.
    same_file : bool
        Whether the submission is the one that was graded before.
    """

    student: str
    exercise: str
    before: dict | None
    after: dict
    same_file: bool

    @property
    def points(self):
        """How many points are gained; 0 if a fault of the kit left those of before unknown."""
        return 0 if self.was_unknown else self.after["points"] - (self.before or _NONE)["points"]

    @property
    def was_unknown(self):
        """Whether a fault of the kit left the points of before unknown."""
        return (self.before or _NONE)["status"] == "grader_error"

    @property
    def checks(self):
        """The names of the checks that give other points, each with the points gained."""
        if self.was_unknown:
            return {}
        before = {each["name"]: each["points"] for each in (self.before or _NONE)["checks"]}
        after = {each["name"]: each["points"] for each in self.after["checks"]}
        gained = {name: after.get(name, 0) - before.get(name, 0) for name in before | after}
        return {name: points for name, points in gained.items() if points}

    @property
    def is_visible(self):
        """Whether anything but the time that it took is another; what counts comes later."""
        same = {"seconds": 0, "late": None}
        return (self.before or {}) | same != self.after | same


class Regrading:
    """A class whose results no longer stand, in part or as a whole.

    Parameters
    ----------
    submissions : list of Submission
        The class.
    out : path
        The folder of its results.
    ledger : Ledger
        That of the folder, which says on what terms it was graded.
    typed_points : callable
        Returns the points that were typed for written answers, as `Typed`.
    class_list : ClassList
        The whole class.
    counting : Counting, optional
        What checks are worth and what counts, by the course file.

    Attributes
    ----------
    stale : list of Submission
        Those whose results no longer stand.
    grading : ClassGrading
        Grades them, into the folder beside the results.
    """

    def __init__(self, submissions, out, ledger, typed_points, class_list, counting=None):
        self._class_list, self._counting = class_list, counting or Counting()
        self.out, self._ledger, self._typed_points = out, ledger, typed_points
        self._submissions, self._terms = submissions, ledger.terms
        self.stale = ClassGrading(submissions, out, self._terms, ledger=ledger).left
        self.grading = ClassGrading(self.stale, out / FOLDER, self._terms, counting=counting)

    def moves(self):
        """Yield a `_Move` for each new result; none if the grader failed on it."""
        for each in self.stale:
            after = self._new_result(each)
            if after is not None:
                old, same_file = self._result_now(each), self._ledger.graded_file(each)
                yield _Move(each.student, each.exercise, old, after, same_file)

    def _result_now(self, submission):
        result = self._ledger.result(submission)
        is_known = result is not None and result["status"] != "not_run"
        return self._counting.valued(result) if is_known else None

    def _new_result(self, submission):
        key = result_key(submission, self._terms)
        result = self.grading.ledger.standing(submission, key)
        return result and self._counting.valued(result)

    def adopt(self):
        """Let the new results take the place of the old, and write the table of grades."""
        with locked(self.out):
            self._take_over()
        shutil.rmtree(self.out / FOLDER, ignore_errors=True)

    def _take_over(self):
        for each in self.stale:
            result = self._new_result(each)
            if result is not None:
                self._ledger.write(result, result_key(each, self._terms), each.digest)
        all_of_them = (*self._submissions, *self._class_list.beside)
        results = [(self._result_now(each), each) for each in all_of_them]
        valued = self._counting.valued
        summaries = [summary(result or valued(not_run(each))) for result, each in results]
        self._class_list.save()
        students, unsure = self._class_list.students, self._class_list.unsure
        write_grades(self.out, students, summaries, self._typed_points(), unsure, self._counting)
