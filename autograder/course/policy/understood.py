"""What the kit understood of a course file, in sentences."""

from __future__ import annotations

from autograder.course.policy.lateness import Curve, LateDays, in_percent


def understood(course, declarations):
    """Return the sentences on a `Course`: exercises, lateness, then students.

    Parameters
    ----------
    course : Course
    declarations : dict of str to Declaration
        The exercises, with their titles.
    """
    titles = {name: declarations[name].title for name in course.exercises}
    years = sorted({moment.year for moment in _moments(course)})
    said = [f"The course is {course.title!r}."] if course.title else []
    said += [f"All dates are in {years[0]}."] if len(years) == 1 else []
    for name, rules in course.exercises.items():
        said.append(f"{name} ({titles[name]}): {_said_of(rules, len(years) > 1)}.")
    said += [_policy_said(course)]
    for kind, verb in ((course.extensions, "until"), (course.handed_in, "handed in on")):
        for student, times in kind.items():
            for name, moment in times.items():
                when = said_moment(moment, len(years) > 1)
                said.append(f"{student}: {_inside(titles[name])} {verb} {when}.")
    said += _early_extensions(course)
    said.append("Students get hints." if course.hints else "Students get no hints.")
    if course.seed is None:
        said.append("There is no seed: `grade` takes the one of its last run, or --seed.")
    if course.regrades:
        said.append(f"Feedback says how to ask for a regrade: {course.regrades}")
    if course.install:
        said.append(f"Students install the kit with: {course.install}")
    if course.colab:
        missing = "" if course.install else " It cannot install the kit there without `install`."
        said.append(f"Colab opens notebooks from: {course.colab}{missing}")
    return said


def said_moment(moment, with_year=False):
    """Return a time in words, in its time zone.

    Examples
    --------
    >>> from datetime import datetime
    >>> from zoneinfo import ZoneInfo
    >>> said_moment(datetime(2026, 3, 14, 23, 59, tzinfo=ZoneInfo("Europe/Berlin")))
    '14 March, 23:59 Europe/Berlin'
    """
    year = f" {moment.year}" if with_year else ""
    clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    return f"{moment.day} {MONTHS[moment.month - 1]}{year}, {clock} {moment.tzinfo}"


# `strftime` would take the names from the language that the computer is set to.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def _moments(course):
    """Yield all times in a course file."""
    yield from (rules.due for rules in course.exercises.values() if rules.due)
    for times in (*course.extensions.values(), *course.handed_in.values()):
        yield from times.values()


def _said_of(rules, with_year):
    """Return what the file says of an exercise, as the end of a sentence."""
    parts = [f"until {said_moment(rules.due, with_year)}" if rules.due else "no due date"]
    if rules.points is not None:
        parts.append(f"its checks are worth {rules.points} points together")
    if rules.optional is not None:
        parts.append(f"its optional checks are worth {rules.optional} points more")
    if rules.weight != 1:
        parts.append(f"it counts {rules.weight:f} times in the total")
    for name, points in rules.checks.items():
        parts.append(f"{name} is worth {points}" if points else f"{name} is dropped")
    return ", ".join(parts)


def _policy_said(course):
    """Return the sentence on the late policy."""
    policy = course.policy
    if policy is None:
        return "There is no late policy: all points count, whenever the work comes."
    grace = f" Work that comes within {_span(course.grace)} after the due time is in time."
    return f"Late: {policy_in_words(policy)}.{grace if course.grace else ''}{_unknown_said(course)}"


def _unknown_said(course):
    if course.unknown_is_in_time:
        return " If nothing says when work came, it counts as in time."
    return " If nothing says when work came, its counted points stay empty."


def policy_in_words(policy):
    """Return what a late policy costs, as a clause."""
    if isinstance(policy, Curve):
        parts = [f"{in_percent(part)} count after {_span(time)}" for time, part in policy.corners]
        return f"{', '.join(parts)}; in between, the share falls evenly"
    if isinstance(policy, LateDays):
        beyond = policy_in_words(policy.beyond)
        return (
            f"{days_in_words(policy.days)} for the term, at most {policy.most} on one exercise, "
            f"spent so that the total is as high as possible; beyond them, {beyond}"
        )
    of = f" of the points {policy.of}" if policy.deduction.is_share else ""
    return f"{policy.deduction}{of} for each day begun, at most {policy.cap}"


def _early_extensions(course):
    """Yield a sentence on each extension that gives no more time."""
    for student, times in course.extensions.items():
        for name, moment in times.items():
            due = course.rules(name).due
            if due is None or moment <= due:
                yield (
                    f"{student}: the extension for {name} changes nothing, because "
                    f"{'it ends no later than the due date' if due else 'there is no due date'}."
                )


def _inside(title):
    """Return a title as it stands within a sentence."""
    return title[:1].lower() + title[1:]


def _span(span):
    """Return a span of time in words."""
    minutes = int(span.total_seconds() // 60)
    for unit, size in (("day", 24 * 60), ("hour", 60), ("minute", 1)):
        if minutes % size == 0 and minutes >= size:
            count = minutes // size
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return "0 minutes"


def days_in_words(count):
    """Return a number of days in words."""
    return f"{count} day{'' if count == 1 else 's'}"
