"""What there is to tell of checks that did not pass, in the order in which people read it.

What was found comes first, then what seems to be behind it, then the case.
"""

from __future__ import annotations

# Between the name of a function and what went wrong before it could be called.
UNLOADED = " could not be loaded. "


def sentences_of(check):
    """Return what a check found as sentences: what is wrong, the mistake behind it, what else is.

    Parameters
    ----------
    check : dict
        A check of a result record.
    """
    first, *rest = check["sentence"].split("\n\n")
    also = [f"Also: {each}" for each in check["further"]]
    return [first, *filter(None, [check["hint"]]), *also, *rest]


def case_of_check(check):
    """Return the picture in text, the call to paste and the command for a replay, or ""."""
    return check["message"].removeprefix(check["sentence"]).strip("\n")


def failure_text(check):
    """Return all that there is to tell of a check that did not pass, as plain text."""
    return "\n\n".join(filter(None, [*sentences_of(check), case_of_check(check)]))


def failures_in(checks):
    """Return the checks that did not pass, those that a fault of ours stopped last."""
    failed = [each for each in checks if each["status"] != "passed"]
    return sorted(failed, key=lambda each: each["status"] == "grader_error")


def cause_of(check):
    """Return what failures with one cause share: the mistake behind them, or what was found."""
    return check["hint"] or check["sentence"].partition("\n")[0]


def by_cause(checks):
    """Return lists of checks, those with one cause together, in the order of the first of each."""
    groups = {}
    for each in checks:
        groups.setdefault(cause_of(each), []).append(each)
    return list(groups.values())


def count_of(checks):
    """Return how many checks passed and what they earned, as ``18 of 20 checks, 21 of 25 points``.

    Points that a fault of ours leaves unknown make the sum unknown, too.
    """
    passed = sum(each["status"] == "passed" for each in checks)
    points = [each["points"] for each in checks]
    earned = "?" if None in points else sum(points)
    possible = sum(each["possible"] for each in checks)
    return f"{passed} of {len(checks)} checks, {earned} of {possible} points"


def all_unwritten(checks):
    """Return whether there is nothing to tell but that the function is not written."""
    return bool(checks) and all(each["status"] == "not_written" for each in checks)


def why_nothing_ran(checks):
    """Return what stopped all checks if the functions could not be loaded, else "".

    Parameters
    ----------
    checks : list of dict
        The checks of a result record.
    """
    parts = [each["sentence"].partition(UNLOADED) for each in checks]
    if not all(each["status"] == "crashed" for each in checks) or not all(u for _, u, _ in parts):
        return ""
    names = " and ".join(dict.fromkeys(name.rpartition(": ")[2] for name, _, _ in parts))
    return f"{names}{UNLOADED}" + "\n\n".join(dict.fromkeys(text for _, _, text in parts))


def comment_on(record):
    """Return what the checks found as a few lines, such as go into a column of a gradebook.

    Failures with one cause are one line. There is no picture, no call and no token in it.

    Parameters
    ----------
    record : dict
        A result record.
    """
    checks = record["checks"]
    causes = [cause_of(group[0]) for group in by_cause(failures_in(checks))]
    lines = [f"{record['exercise']}: {count_of(checks)}", *record["notes"]]
    return "\n".join([*lines, *(f"- {each}" for each in causes)])
