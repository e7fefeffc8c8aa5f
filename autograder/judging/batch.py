"""Let the calls that a check will make be made ahead, many at once, and keep what they gave.

That takes a fraction of the time. Where anything is out of order (a call that is late, a process
that ended), nothing is kept, and the check makes its calls one by one.
"""

from __future__ import annotations

from functools import partial

from autograder.judging.dry_run import same_reply
from autograder.judging.trials import REMEMBERED


class CallBatch:
    """Makes calls ahead of the checks of an exercise, in a worker.

    Parameters
    ----------
    exercise : Exercise
        What is checked.
    worker : WorkerClient
        The submission.
    functions : dict of str to JudgedFunction
        Its functions, which keep the answers.
    session : Session
        Knows what the checks call.
    """

    def __init__(self, exercise, worker, functions, session):
        self._worker, self._functions, self._session = worker, functions, session
        self._oracles = exercise.oracles
        self._following = dict(zip(exercise.checks, exercise.checks[1:], strict=False))

    def passes(self, check):
        """Make the calls of a check; return whether the oracles answer each the same, to the bit.

        Then the check passes. If not, it should be tried, and the answers are there for it.
        """
        for function in self._functions.values():
            function.expect_nothing()
        under_test = [self._functions[name] for name in check.functions]
        run = self._dry_run(check)
        if run is None:
            return False
        if any(each.always_stops(REMEMBERED) for each in under_test):
            return False
        places = tuple(
            i for i, call in enumerate(run.calls) if not self._functions[call.function].knows(call)
        )
        new = [run.calls[place] for place in places]
        names = {call.function for call in new}
        answers = self._worker.ask_ahead(names, len(new), partial(run.request, places))
        self._dry_run(self._following.get(check))  # while the worker is busy
        replies = answers() if answers else None
        if new and replies is None:
            return False
        for call, reply in zip(new, replies or (), strict=True):
            self._functions[call.function].keep(call, reply)
        return self._is_met(run)

    def _dry_run(self, check):
        """Return the `DryRun` of a check; None without one, or if a function is not written."""
        if check is None or not all(self._functions[each].is_written for each in check.functions):
            return None
        return self._session.dry_run(check, self._oracles)

    def _is_met(self, run):
        """Return whether all replies are the oracles'; if so, the first calls are remembered."""
        replies = self._replies(run.calls)
        if not run.replies or not all(map(same_reply, replies, run.replies)):
            return False
        for call, reply in zip(run.calls[: run.remembered], replies, strict=False):
            self._functions[call.function].remember(call.answered(reply))
        return True

    def _replies(self, calls):
        """Return the reply to each of the calls, all of which are kept."""
        kept = {
            name: function.kept([call for call in calls if call.function == name])
            for name, function in self._functions.items()
        }
        return [next(kept[call.function]) for call in calls]
