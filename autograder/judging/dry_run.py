"""What the checks of an exercise call, and the right answers: found once for a seed.

A right submission gets the same calls, and so they can be made all at once; if it answers each
of them as the oracle did, to the bit, a check comes to the verdict that it came to with the oracle.
If there is no oracle, at least the first call on each example is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from autograder.authoring.calls import Call
from autograder.judging.judged_function import JudgedFunction
from autograder.judging.trials import REMEMBERED
from autograder.sandbox.protocol import request
from autograder.sandbox.student_function import StudentFunction
from autograder.sandbox.worker.caller import Caller, Reply


@dataclass
class _DryRun:
    """The calls that a check makes on all its examples, each once unless the check wants it again.

    Attributes
    ----------
    calls : list of Call
        In order.
    replies : list of Reply
        What the oracles answered; none if there are no oracles.
    remembered : int
        How many of the calls are made on the first `REMEMBERED` examples.
    """

    calls: list[Call] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    remembered: int = 0
    _requests: dict[tuple[int, ...], tuple] = field(default_factory=dict)

    def request(self, places):
        """Return the frame that asks for the calls at some places, as `sandbox.protocol` makes it.

        Most submissions are asked for the same ones.
        """
        if places not in self._requests:
            self._requests.clear()
            calls = [self.calls[place] for place in places]
            self._requests[places] = request([(each.function, each.arguments) for each in calls])
        return self._requests[places]


class _Recorder:
    """A function of the exercise in a dry run, which notes the calls that a check makes of it.

    Parameters
    ----------
    function : StudentFunction
        What answers.
    calls : list of Call
        Where each call is noted that a worker would have to make.
    """

    forbidden, looks_at_nothing, answers_nothing = (), False, False

    def __init__(self, function, calls):
        self.name = function.name
        self.require_written, self.raise_for = function.require_written, function.raise_for
        self._answering, self._noted = JudgedFunction(function), calls

    def reply(self, call):
        """Return the `Reply` to a `Call`, and note it."""
        if not self._answering.knows(call):
            self._noted.append(call)
        return self._answering.reply(call)


class _Stop(Exception):
    """Ends a check at its first call."""


def dry_run(check, oracles, session):
    """Return the `_DryRun` of a check on a session's examples; None if nothing can be foreseen.

    Parameters
    ----------
    check : Check
        What to try.
    oracles : dict of str to callable
        Right functions by name.
    session : Session
        Has the examples.
    """
    make = _with_oracles if all(name in oracles for name in check.functions) else _first_calls
    try:
        return make(check, oracles, session.examples(check))
    except Exception:  # noqa: BLE001 - such a check is tried the plain way, and reported there
        return None


def _with_oracles(check, oracles, examples):
    """Return the `_DryRun` of a check with the oracles; `StudentFailure` if they fail it."""
    run, caller = _DryRun(), Caller(oracles)

    def perform(name, arguments):
        run.replies.append(caller.call(name, arguments))
        return run.replies[-1]

    recorders = _recorders(check, lambda name: partial(perform, name), run.calls)
    for count, drawn in enumerate(examples):
        if count == REMEMBERED:
            run.remembered = len(run.calls)
        error = check.try_on(recorders, drawn).error
        if error is not None:
            raise error
    run.remembered = run.remembered or len(run.calls)
    return run


def _first_calls(check, oracles, examples):
    """Return a `_DryRun` without answers: what is called first on each example."""
    run = _DryRun()

    def stop(arguments):
        raise _Stop

    recorders = _recorders(check, lambda name: stop, run.calls)
    for drawn in examples:
        error = check.try_on(recorders, drawn).error
        if error is not None and not isinstance(error, _Stop):
            raise error
    return run


def _recorders(check, perform_of, calls):
    return {
        name: _Recorder(StudentFunction(name, perform_of(name)), calls) for name in check.functions
    }


def same_reply(reply, other):
    """Return whether two replies are arrays alike to the bit, with the same things noticed."""
    if reply.array is None or other.array is None:
        return False
    return (
        (reply.array.dtype, reply.array.shape) == (other.array.dtype, other.array.shape)
        and (reply.changed, reply.shares_memory) == (other.changed, other.shares_memory)
        and reply.changed_earlier_result == other.changed_earlier_result
        and reply.array.tobytes() == other.array.tobytes()
    )
