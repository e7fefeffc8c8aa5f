"""Let the calls that a check will make be made ahead, many at once, and keep what came of them.

That takes a fraction of the time. Where anything is out of order (a call that is late, a process
that ended), nothing is kept, and the check makes its calls one by one.
"""

from __future__ import annotations

from functools import partial

from autograder.judging.dry_run import dry_run, same_reply
from autograder.judging.trials import REMEMBERED
from autograder.sandbox.student_function import Call


class CallBatch:
    """Makes calls ahead of the checks of an exercise, in a worker.

    Parameters
    ----------
    exercise : Exercise
        What is checked.
    worker : WorkerClient
        The submission.
    seed : int or str
        Decides which examples are drawn.
    """

    def __init__(self, exercise, worker, seed):
        self._worker, self._subjects = worker, worker.subjects
        self._oracles, self._seed = exercise.oracles, seed
        self._following = dict(zip(exercise.checks, exercise.checks[1:], strict=False))

    def passes(self, check):
        """Make the calls of a check; return whether the oracles answer each the same, to the bit.

        Then the check passes. If not, it is to be tried, and the answers are there for it.
        """
        for subject in self._subjects.values():
            subject.expected.clear()
        rehearsal = self._rehearsed(check)
        if rehearsal is None or not all(self._subjects[f].is_written for f in check.functions):
            return False
        if any(self._always_stops(name) for name in check.functions):
            return False
        places = tuple(i for i, each in enumerate(rehearsal.calls) if not self._is_known(each))
        new = [rehearsal.calls[place] for place in places]
        names = {each.function for each in new}
        answers = self._worker.ask_ahead(names, len(new), partial(rehearsal.request, places))
        self._rehearsed(self._following.get(check))  # while the worker is busy
        replies = answers() if answers else None
        if new and replies is None:
            return False
        self._keep(new, replies or ())
        is_met = bool(rehearsal.replies) and self._is_met(rehearsal)
        if is_met:
            self._remember(rehearsal)
        return is_met

    def _rehearsed(self, check):
        return dry_run(check, self._oracles, self._seed) if check else None

    def _always_stops(self, name):
        """Return whether a function stopped with an error so often that it is to be spared."""
        known = self._subjects[name].known
        errors = sum(reply.kind == "exception" for reply in known.values())
        return errors == len(known) >= REMEMBERED

    def _is_known(self, call):
        return not call.again and call.key in self._subjects[call.function].known

    def _keep(self, calls, replies):
        for call, reply in zip(calls, replies, strict=True):
            subject = self._subjects[call.function]
            if call.again:
                subject.expected.append((call.key, reply))
            else:
                subject.known[call.key] = reply

    def _replies(self, rehearsal):
        """Return the reply to each of the calls, all of which are known."""
        again = {name: iter(subject.expected) for name, subject in self._subjects.items()}
        return [
            next(again[call.function])[1]
            if call.again
            else self._subjects[call.function].known[call.key]
            for call in rehearsal.calls
        ]

    def _is_met(self, rehearsal):
        return all(map(same_reply, self._replies(rehearsal), rehearsal.replies))

    def _remember(self, rehearsal):
        calls = rehearsal.calls[: rehearsal.remembered]
        for call, reply in zip(calls, self._replies(rehearsal), strict=False):
            name, arguments = call.function, call.arguments
            self._subjects[name].remember(Call.of(name, arguments, reply, call.again), call.key)
