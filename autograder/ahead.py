"""Which checks a submission passes when its calls are made ahead, many at once.

That takes a fraction of the time. What passes has passed; what does not is to be judged the plain
way, in a new worker: there nothing has been called yet.
"""

from __future__ import annotations

from itertools import pairwise

from autograder.attempts import first_failure
from autograder.rehearsal import rehearsed
from autograder.subject import Call


def passed_ahead(exercise, worker, seed):
    """Return the names of the checks that a submission passes in this way.

    Some calls of these checks are in the history of the worker's subjects then, as if they had been
    made one by one.

    Parameters
    ----------
    exercise : Exercise
        What to check.
    worker : Worker
        The submission.
    seed : int or str
        Decides which examples are drawn.

    Returns
    -------
    passed : set of str
        Nothing where some function is not written.
    """
    passed = set()
    if not all(subject.is_written for subject in worker.subjects.values()):
        return passed
    for check, following in pairwise((*exercise.checks, None)):
        rehearsal = rehearsed(check, exercise.oracles, seed)
        answers = worker.ask_ahead(rehearsal.calls) if rehearsal else None
        if following:
            rehearsed(following, exercise.oracles, seed)  # while the worker is busy
        replies = answers() if answers else None
        if replies is not None and passes(check, worker.subjects, seed, rehearsal, replies):
            passed.add(check.name)
    return passed


def passes(check, subjects, seed, rehearsal, replies):
    """Return whether a check passes with these replies; only then it leaves a history."""
    if rehearsal.is_met_by(replies):
        answered = zip(rehearsal.calls[: rehearsal.remembered], replies, strict=False)
        for (name, arguments), reply in answered:
            subjects[name].history.append(Call.of(name, arguments, reply))
        return True
    before = {name: len(subjects[name].history) for name in check.functions}
    if first_failure(check, subjects, seed) is None:
        return True
    for name, length in before.items():
        del subjects[name].history[length:]
    return False
