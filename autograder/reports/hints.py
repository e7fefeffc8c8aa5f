"""Three hints for what a student's last check found, from a nudge to nearly the answer.

The last result of each exercise, and how many hints were given on it, are kept in the user's own
folder for such things.
"""

from __future__ import annotations

import json
from pathlib import Path

from platformdirs import user_state_path

from autograder.files import replace
from autograder.reports.failure_text import failures_in, told_of
from autograder.reports.troubles import hints_on, trouble_in

HINTS = 3


class NoHint(Exception):
    """There is nothing to give a hint on; the message says why."""


def remember(result):
    """Keep a student's result record, for `next_hint`; hints given on the same trouble count on.

    Parameters
    ----------
    result : dict
        A result record.
    """
    trouble, before = _trouble_of(result), _recall(result["exercise"])
    if before is None or trouble is None or _what_it_is(before["trouble"]) != _what_it_is(trouble):
        given = int(trouble is not None and trouble["is_hinted_at"])
    else:
        given = before["given"]
    all_known = all(each["status"] != "grader_error" for each in told_of(result["checks"]))
    kept = {"trouble": trouble, "given": given, "all_known": all_known}
    replace(_place_of(result["exercise"]), json.dumps(kept), sync=False)


def _what_it_is(trouble):
    """Return what makes two troubles the same, for all that a student has changed meanwhile."""
    return trouble and (trouble["misconception"] or trouble["check"])


def _trouble_of(result):
    """Return what hints are about: the first check that failed, or None."""
    for check in failures_in(result["checks"]):
        if check["status"] != "grader_error":
            return trouble_in(check)
    return None


def further_hints(exercise, checks):
    """Return the hints on the first failure that a report has not shown: two, or none.

    Parameters
    ----------
    exercise : Exercise
        What was checked.
    checks : list of dict
        The checks, as they stand in a result record.
    """
    trouble = _trouble_of({"checks": checks})
    return [] if trouble is None else list(hints_on(exercise, trouble)[1:])


def next_hint(exercise):
    """Return the number of the next hint and its sentence, and count it as given.

    Parameters
    ----------
    exercise : Exercise
        The one on whose last check there is to be a hint.

    Raises
    ------
    NoHint
        If nothing was checked yet, or all passed.
    """
    kept = _recall(exercise.name)
    if kept is None:
        raise NoHint(f"Check your work first: a check cell, or autograder check {exercise.name}.py")
    if kept["trouble"] is None and not kept.get("all_known", True):
        raise NoHint("A check could not be run: that is a fault of the kit, and not yours.")
    if kept["trouble"] is None:
        raise NoHint("All checks passed last time, so there is no hint.")
    hints = hints_on(exercise, kept["trouble"])
    number = min(kept["given"], len(hints) - 1)
    replace(_place_of(exercise.name), json.dumps(kept | {"given": number + 1}), sync=False)
    return number + 1, hints[number]


def _recall(exercise_name):
    """Return what was kept of an exercise, or None."""
    try:
        return json.loads(_place_of(exercise_name).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None


def _place_of(exercise_name):
    """Return the path of what is kept of an exercise."""
    return Path(user_state_path("autograder", appauthor=False)) / f"{exercise_name}.json"
