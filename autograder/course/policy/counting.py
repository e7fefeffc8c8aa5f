"""What counts of the points of a class: lateness, extensions, late days and weights."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from autograder.course.arrivals import UNKNOWN, Arrival
from autograder.course.policy.course_rules import Course
from autograder.course.policy.lateness import IN_TIME, LateDays, Lateness, Points, how_late
from autograder.course.policy.named_students import times_by_key
from autograder.course.policy.reasons import reason
from autograder.course.policy.worth import valued
from autograder.files import cell_text


class Count(NamedTuple):
    """What counts of one submission.

    Attributes
    ----------
    counted : Decimal or None
        The points; None if that is not known.
    days : int or None
        How many days late it came; None if that is not known.
    why : str
        A sentence, or "" if lateness decides nothing.
    """

    counted: Decimal | None
    days: int | None = None
    why: str = ""


class Counting:
    """A course file on its way to points, for one class.

    Parameters
    ----------
    course : Course
        What the file says.
    students : iterable of str
        The keys of the class.
    identities : dict of str to Identity
        Who they are.
    arrivals : dict of (str, str) to Arrival
        When what they handed in came, by student and exercise.

    Attributes
    ----------
    notes : list of str
        What in the file is about nobody.
    """

    def __init__(self, course=None, students=(), identities=None, arrivals=None):
        self.course = course or Course()
        students, identities = list(students), identities or {}
        self._extensions, notes = times_by_key(self.course.extensions, students, identities)
        self._handed_in, more = times_by_key(self.course.handed_in, students, identities)
        self.notes = list(dict.fromkeys([*notes, *more]))
        self._arrivals = arrivals or {}
        self._keys = {cell_text(key): key for key in students}

    def valued(self, record):
        """Return a result record with the points that the course gives."""
        return valued(record, self.course.rules(record["exercise"]))

    def weight(self, exercise):
        """Return how many times an exercise counts in the total."""
        return self.course.rules(exercise).weight

    def extension(self, student, exercise):
        """Return until when an extension lasts, as text; None without one."""
        until = self._extensions.get(student, {}).get(exercise)
        return until and until.isoformat()

    def due(self, student, exercise):
        """Return when an exercise is due for a student; None if it is not."""
        due = self.course.rules(exercise).due
        extended = self._extensions.get(student, {}).get(exercise)
        return due if due is None or extended is None else max(due, extended)

    def arrival(self, student, exercise):
        """Return the `Arrival` of a submission; the instructor's word counts most."""
        said = self._handed_in.get(student, {}).get(exercise)
        found = self._arrivals.get((student, exercise), UNKNOWN)
        return found if said is None else Arrival(said)

    def of(self, student, given):
        """Return the `Count` of each exercise of a student.

        Parameters
        ----------
        student : str
            The key, or the key as `files.cell_text` has it.
        given : dict of str to (Decimal or None, Decimal)
            The points by exercise, with those typed for written answers, None if they are not
            known yet; and what was possible.
        """
        student = self._keys.get(student, student)
        late = {
            name: self._lateness(student, name)
            for name in given
            if self.course.has_late_policy_for(name)
        }
        spent = self._spent(student, given, late)
        counts = {name: Count(points) for name, (points, _) in given.items()}
        for name, lateness in late.items():
            days = None if lateness is None else lateness.days
            points = Points(*given[name], self.weight(name))
            counted = self._counted(points, lateness, spent.get(name))
            what = self.due(student, name), self.arrival(student, name)
            why = reason(self.course, *what, points, lateness, spent.get(name), counted)
            counts[name] = Count(counted, days, why)
        return counts

    def _lateness(self, student, name):
        """Return the `Lateness` of a submission; None if nothing says it."""
        came, is_late, _ = self.arrival(student, name)
        if came is not None:
            return how_late(came, self.due(student, name), self.course.grace)
        is_in_time = is_late is False or (is_late is None and self.course.unknown_is_in_time)
        return IN_TIME if is_in_time else None

    def _counted(self, points, lateness, spent):
        """Return what counts of points, None if that is not known."""
        if not points.raw:
            return points.raw
        if lateness is None or not lateness.days:
            return None if lateness is None else points.raw
        if not isinstance(self.course.policy, LateDays):
            return self.course.policy.counted(points, lateness)
        return None if spent is None else self.course.policy.counted(points, lateness, spent)

    def _spent(self, student, given, late):
        """Return the late days that are spent, by exercise; none while something is not known."""
        if not isinstance(self.course.policy, LateDays):
            return {}
        names = [name for name in late if given[name][0] != 0]
        names.sort(key=lambda name: (self.due(student, name), name))
        known = [isinstance(late[name], Lateness) for name in names]
        waits = [late[name] and late[name].days and given[name][0] is None for name in names]
        if not all(known) or any(waits):
            return {}
        work = [
            (Points(given[name][0] or Decimal(0), given[name][1], self.weight(name)), late[name])
            for name in names
        ]
        return dict(zip(names, self.course.policy.spending(work), strict=True))
