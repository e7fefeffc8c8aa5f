"""Three hints for what a student's last check found, from a nudge to nearly the answer.

The last result of each exercise, and how many hints were given on it, are kept in the user's own
folder for such things.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from platformdirs import user_state_path

from autograder.files import replace
from autograder.reports.failure_text import UNWRITTEN, failures_in, told_of
from autograder.reports.hints_by_kind import hints_on, replay_of
from autograder.reports.troubles import trouble_in

HINTS = 3
_START = (
    "Did you save your work? In an empty folder, autograder start {name} writes a file with the "
    "first lines of each function."
)


class NoHint(Exception):
    """There is nothing to give a hint on; the message says why."""


def remember(result, file=""):
    """Keep a student's result record, for `next_hint`; hints given on the same trouble count on.

    Parameters
    ----------
    result : dict
        A result record, of no more checks than the student's report shows.
    file : str
        The file that was checked, for commands in hints; "" if it is not known.
    """
    trouble, before = _trouble_of(result), _recall(result["exercise"])
    trouble = trouble and trouble | {"file": file}
    if (
        before is None
        or "given" not in before
        or trouble is None
        or _what_it_is(before["trouble"]) != _what_it_is(trouble)
    ):
        given = int(trouble is not None and trouble["is_hinted_at"])
    else:
        given = before["given"]
    all_known = all(each["status"] != "grader_error" for each in told_of(result["checks"]))
    kept = {"trouble": trouble, "given": given, "all_known": all_known}
    _place_of("").unlink(missing_ok=True)
    replace(_place_of(result["exercise"]), json.dumps(kept), sync=False)


def remember_why_not(exercise_name, why):
    """Keep why a student's last check could not begin, for `next_hint`.

    Parameters
    ----------
    exercise_name : str
        What should have been checked; "" if nobody knows that.
    why : str
        A sentence.
    """
    kept = (_recall(exercise_name) if exercise_name else None) or {}
    replace(_place_of(exercise_name), json.dumps(kept | {"not_begun": why}), sync=False)


def _what_it_is(trouble):
    """Return what makes two troubles the same, for all that a student has changed meanwhile.

    The numbers in a sentence change with lines and pixels; the rest of it is what is wrong.
    """
    if trouble is None:
        return None
    sentence = re.sub(r"\d+", "", trouble.get("relation", ""))
    return trouble["misconception"] or trouble["check"], trouble.get("kind"), sentence


def _trouble_of(result):
    """Return what hints are about: the first check that failed, or None."""
    for check in failures_in(result["checks"]):
        if check["status"] != "grader_error":
            return trouble_in(check)
    return None


def further_hints(exercise, checks):
    """Return what a report has not shown of the hints on the first failure: two texts, or none.

    Parameters
    ----------
    exercise : Exercise
        What was checked.
    checks : list of dict
        The checks, as they stand in a result record.
    """
    trouble = _trouble_of({"checks": checks})
    if trouble is None or trouble["status"] == "not_written":
        return []
    first, second, third = hints_on(exercise, trouble)
    return [second if trouble["is_hinted_at"] else f"{first} {second}", third]


def next_hint(exercise, heading_of=lambda function: ""):
    """Return the number of the next hint and its sentence, and count it as given.

    Parameters
    ----------
    exercise : Exercise
        The one whose last check the hint should be about.
    heading_of : callable
        Returns the part of the handout that a function is explained in, or "".

    Returns
    -------
    number : int or None
        None if the sentence says what else to do: there is no further hint, or nothing is written.
    sentence : str
        The hint.

    Raises
    ------
    NoHint
        If nothing was checked yet, all passed, or the last check could not begin.
    """
    kept = _recall(exercise.name)
    for last in (_recall(""), kept):
        if last is not None and "not_begun" in last:
            raise NoHint(f"Your last check could not begin: {last['not_begun']}")
    if kept is None:
        raise NoHint(f"Check your work first: a check cell, or autograder check {exercise.name}.py")
    if kept["trouble"] is None and not kept.get("all_known", True):
        raise NoHint("A check could not be run: that is a fault of the kit, and not yours.")
    if kept["trouble"] is None:
        raise NoHint("All checks passed last time, so there is no hint.")
    trouble, number = kept["trouble"], kept["given"]
    function = trouble.get("function", "")
    heading = function and heading_of(function)
    if trouble["status"] == "not_written":
        return None, _to_begin(exercise.name, trouble["seen"], heading)
    if number >= HINTS:
        return None, _after_the_last(replay_of(exercise, trouble), heading)
    replace(_place_of(exercise.name), json.dumps(kept | {"given": number + 1}), sync=False)
    return number + 1, hints_on(exercise, trouble)[number]


def report_showed_the_first(exercise_name):
    """Return whether the first hint stands in the report on the last check of an exercise."""
    trouble = (_recall(exercise_name) or {}).get("trouble")
    return bool(trouble and trouble["is_hinted_at"])


def _to_begin(name, seen, heading):
    """Return what to do about a function of an exercise of which there is at most the stub."""
    if seen.endswith(" yet. The file is empty."):
        return f"{seen} {_START.format(name=name)}"
    if not UNWRITTEN.fullmatch(seen):
        return f"{seen} Mend that, and check again."
    read = f'Read the part "{heading}" of the notebook. ' if heading else ""
    return (
        f"{seen} {read}Then write your own lines below the docstring, in the place of `...`, and "
        "check again: hints are about what you wrote."
    )


def _after_the_last(replay, heading):
    """Return what to do if all hints on a failure are given."""
    again = f"run the case again ({replay})" if replay else "check again after each change"
    read = f'read the part "{heading}" of the notebook once more' if heading else ""
    steps = ", ".join(filter(None, [again, read]))
    return (
        f"There is no further hint on this failure. What you can do: {steps}, or ask your "
        "instructor, and show this message."
    )


def _recall(exercise_name):
    """Return what was kept of an exercise, or None."""
    try:
        return json.loads(_place_of(exercise_name).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None


def _place_of(exercise_name):
    """Return the path of what is kept of an exercise, or of a check of "" if nobody knows which."""
    name = f"{exercise_name or 'unknown'}.json"
    return Path(user_state_path("autograder", appauthor=False)) / name
