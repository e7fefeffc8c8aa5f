"""What is behind a failure where checks run one by one, as the cells of a notebook run them."""

from __future__ import annotations

import contextlib
import io
from dataclasses import replace

from autograder.judging.diagnosis import diagnosed
from autograder.judging.judge import judge

# What the functions were explained with last: several checks of one cell ask for the same.
_latest = {"key": None, "outcomes": {}}


def explained(outcome, exercise, functions, subjects, session):
    """Return an outcome with the name of the mistake behind it and a hint, where there are any.

    A mistake is recognised by what all checks call, and so all are tried once on the functions as
    they are now; what these print meanwhile is not shown.

    Parameters
    ----------
    outcome : Outcome
        A check that did not pass.
    exercise : Exercise
        The exercise that it belongs to.
    functions : tuple
        The functions of the exercise, or whatever bears their names.
    subjects : dict of str to JudgedFunction
        The same for checks to call.
    session : Session
        Has the examples.
    """
    key = (exercise.name, session.seed, *functions)
    if not is_same(key, _latest["key"]):
        with contextlib.redirect_stdout(io.StringIO()):
            outcomes = list(judge(exercise, subjects, session))
        outcomes = diagnosed(exercise, subjects, outcomes, session.answers)
        _latest["outcomes"] = {each.name: each for each in outcomes}
        _latest["key"] = key
    known = _latest["outcomes"][outcome.name]
    return replace(outcome, misconception=known.misconception, hint=known.hint)


def is_same(key, other):
    """Return whether two keys hold the same things; these may be arrays, which ``==`` compares."""
    return other is not None and len(key) == len(other) and all(map(same_thing, key, other))


def same_thing(one, other):
    """Return whether two things are one, or equal texts or numbers."""
    return one is other or (type(one) is type(other) in (str, int) and one == other)
