"""Why so many points count, in sentences that students read."""

from __future__ import annotations

from autograder.course.policy.lateness import LateDays, end_of
from autograder.course.policy.understood import days_in_words, policy_in_words, said_moment
from autograder.course.policy.worth import plain


def reason(course, due, arrival, points, lateness, spent, counted):
    """Return the sentences that say what lateness did to the points of one submission.

    Parameters
    ----------
    course : Course
    due : datetime
        When it was due for this student.
    arrival : Arrival
        When it came.
    points : Points
        What it was given.
    lateness : Lateness or None
        How late it was; None if nothing says that.
    spent : int or None
        How many late days are spent on it.
    counted : Decimal or None
        What counts; None if that is not known yet.
    """
    when = f"It was due on {said_moment(due)}"
    if lateness is None:
        said = "the system calls it late but does not say" if arrival.is_late else "nothing says"
        return f"{when}, and {said} when it came. How many of its points count is not known yet."
    if not lateness.days:
        return f"{when}, and came in time{_grace(course, due, arrival)}."
    came = said_moment(arrival.came.astimezone(due.tzinfo))
    late = f"{when}, and came on {came}: {days_in_words(lateness.days)} late."
    if counted is None or points.raw is None:
        return f"{late} How many of its points count is not known yet."
    return f"{late} {_spent_said(course, spent)}{_counted_said(course, points, counted)}"


def _grace(course, due, arrival):
    """Return what is added for what came within the grace."""
    is_within = arrival.came is not None and arrival.came >= end_of(due)
    return ", since a short delay is allowed" if is_within and course.grace else ""


def _spent_said(course, spent):
    if not isinstance(course.policy, LateDays):
        return ""
    verb = "is" if spent == 1 else "are"
    return f"{spent} of {days_in_words(course.policy.days)} for the term {verb} spent on it. "


def _counted_said(course, points, counted):
    """Return the sentence on what is left of the points."""
    if counted == points.raw:
        return "All of its points count."
    rule = policy_in_words(course.policy)
    return f"{plain(counted)} of its {plain(points.raw)} points count ({rule})."
