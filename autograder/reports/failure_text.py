"""What there is to tell of checks that did not pass, in the order in which people read it.

What was found comes first, then what seems to be behind it, then the case.
"""

from __future__ import annotations

import re

from autograder.authoring.exercise import total

# Between the name of a function and what went wrong before it could be called.
UNLOADED = " could not be loaded. "
# What the worker puts before each problem but the first.
_ALSO = "Also, while it was loaded: "
UNWRITTEN = re.compile(r"There is no function named (\w+) yet\.|(\w+) is not written yet\.")
LEFT_OUT = "Optional, not written: {names}. That costs no points."
ALL_FREE = "All of this is optional: that costs no points."


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


def told_of(checks):
    """Return the checks that there is something to tell of: not what nobody has to write.

    Optional checks without points are left out while nothing is written for them, unless all are
    such. One that could not run waits for something to be written, or for another to be mended.
    """
    free = [each for each in checks if each.get("optional") and not each["possible"]]
    idle = [each for each in free if each["status"] in ("not_written", "not_run")]
    if any(each["status"] != "passed" for each in free if each not in idle):
        idle = [each for each in idle if each["status"] == "not_written"]
    return [each for each in checks if each not in idle] or checks


def left_out_of(checks):
    """Return the sentence on optional functions about which there is nothing else to say, or ""."""
    told = told_of(checks)
    left = [each for each in checks if each not in told]
    if left:
        names = dict.fromkeys(filter(None, (name_in(each["sentence"]) for each in left)))
        return LEFT_OUT.format(names=", ".join(names) or "some functions")
    are_free = all(each.get("optional") and not each["possible"] for each in told)
    return ALL_FREE if are_free and all_unwritten(told) else ""


def name_in(sentence):
    """Return the function that is not written, if that is what a sentence says, or ""."""
    found = UNWRITTEN.match(sentence)
    return found[1] or found[2] if found else ""


def failures_in(checks):
    """Return the checks that did not pass: required, optional, then those with a fault of the kit.

    What is written comes before what is not.
    """

    def place(check):
        ours, idle = (check["status"] == each for each in ("grader_error", "not_written"))
        return ours, check.get("optional", False), idle

    return sorted((each for each in told_of(checks) if each["status"] != "passed"), key=place)


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

    Points that a fault of the kit leaves unknown make the sum unknown, too. Optional checks are
    counted apart.
    """
    told = told_of(checks)
    required = [each for each in told if not each.get("optional", False)]
    optional = [each for each in told if each.get("optional", False)]
    said = [_count(required)] if required else []
    return "; ".join([*said, f"optional: {_count(optional)}"] if optional else said)


def _count(checks):
    passed = sum(each["status"] == "passed" for each in checks)
    points = [each["points"] for each in checks]
    earned = "?" if None in points else total(points)
    possible = total(each["possible"] for each in checks)
    worth = f", {earned} of {possible} points" if possible else ""
    return f"{passed} of {len(checks)} checks{worth}"


def worth_of(check):
    """Return the points of a check, as ``1/2``; a question mark for those not known."""
    if check.get("optional", False) and not check["possible"]:
        return "optional"
    return f"{'?' if check['points'] is None else check['points']}/{check['possible']}"


def all_unwritten(checks):
    """Return whether there is nothing to tell but that the function is not written."""
    return bool(checks) and all(each["status"] == "not_written" for each in told_of(checks))


def is_empty(checks):
    """Return whether nothing is written since the file is empty."""
    return all_unwritten(checks) and checks[0]["sentence"].endswith(" The file is empty.")


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
    names = in_a_row(dict.fromkeys(name.rpartition(": ")[2] for name, _, _ in parts))
    said = [each.removeprefix(_ALSO) for _, _, text in parts for each in text.split("\n\n")]
    first, *more = dict.fromkeys(said)
    return "\n\n".join([f"{names}{UNLOADED}{first}", *(f"{_ALSO}{each}" for each in more)])


def in_a_row(names):
    """Return names as a list in a sentence.

    Examples
    --------
    >>> in_a_row(["opening", "closing", "white_tophat"])
    'opening, closing and white_tophat'
    """
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


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
