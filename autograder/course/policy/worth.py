"""What checks are worth by the course file: a record of a grading with other points.

Nothing is run for that: which checks passed is in the record, and what the kit gives for them.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from autograder.authoring.outcome import overall_status
from autograder.course.policy.lateness import CENT
from autograder.course.written.typed import sum_of

# What the kit gives for a check, in records in which the course gives another number of points.
OWN = "possible_in_kit"


def valued(record, rules):
    """Return a result record with the points that the course gives.

    A check that passed earns all of its points, any other none; unknown points stay unknown.

    Parameters
    ----------
    record : dict
        A result record, by the kit's points or by those of an earlier course file.
    rules : ExerciseRules
        What the course says of the exercise.
    """
    was_valued = any(OWN in check for check in record["checks"])
    if not was_valued and not rules.checks and rules.points is rules.optional is None:
        return record
    worth = _worth(record["checks"], rules)
    checks = [_valued_check(check, worth[check["name"]]) for check in record["checks"]]
    points = [each["points"] for each in checks]
    total = None if None in points else plain(sum_of(map(_exact, points)))
    possible = plain(sum_of(map(_exact, worth.values())))
    has_optional = any(check.get("optional") for check in checks)
    status = {"status": overall_status(checks)} if has_optional else {}
    return record | {"points": total, "possible": possible, "checks": checks} | status


def _worth(checks, rules):
    """Return what each check is worth by the course, by its name; optional ones share alike."""
    required = {c["name"]: c.get(OWN, c["possible"]) for c in checks if not c.get("optional")}
    share = 0 if rules.optional is None else 1
    optional = {c["name"]: share for c in checks if c.get("optional")}
    found = {}
    for own, total in ((required, rules.points), (optional, rules.optional)):
        worth = _shared_out([rules.checks.get(name, own[name]) for name in own], total)
        found |= dict(zip(own, worth, strict=True))
    return found


def _valued_check(check, points):
    """Return a check of a record with other points."""
    own = check.get(OWN, check["possible"])
    kept = {name: value for name, value in check.items() if name != OWN}
    earned = {"passed": points}.get(check["status"], check["points"] and 0)
    if check["status"] == "grader_error" and check.get("optional"):
        earned = None if points else 0
    kept |= {"points": earned, "possible": points}
    return kept if points == own else kept | {OWN: own}


def _shared_out(worth, total):
    """Return numbers of points that make a total and are, to the hundredth, in proportion.

    Examples
    --------
    >>> _shared_out([1, 1, 1], 10)
    [3.33, 3.34, 3.33]
    >>> _shared_out([0.5, 1, 1.5], 10)
    [1.67, 3.33, 5]
    """
    exact = [_exact(each) for each in worth]
    whole = sum(exact)
    if total is None or not whole:
        return worth
    ends = [_exact(total) * sum(exact[:n]) / whole for n in range(len(exact) + 1)]
    ends = [each.quantize(CENT, ROUND_HALF_UP) for each in ends]
    return [plain(end - start) for start, end in pairwise(ends)]


def _exact(points):
    """Return a number of points as a `Decimal`, 1.2 as it is written."""
    return Decimal(str(points))


def given(*points):
    """Return the sum of points as a `Decimal`; None if one is not known, and so "" or None."""
    return None if {"", None} & set(points) else sum(map(_exact, points), Decimal(0))


def plain(points):
    """Return a `Decimal` as JSON has them: whole numbers without a point."""
    return int(points) if points == int(points) else float(points)
