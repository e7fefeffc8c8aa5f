"""What the checks of an exercise call, and the right answers: found once for a seed.

A right submission gets the same calls, and so they can be made all at once; where it answers each
of them as the oracle did, to the bit, a check comes to the verdict that it came to with the oracle.
Where there is no oracle, at least the first call on each example is known.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from autograder.imaging.arrays import key_of
from autograder.judging.trials import REMEMBERED
from autograder.sandbox.protocol import request
from autograder.sandbox.student_function import StudentFunction
from autograder.sandbox.worker.caller import Caller, Reply


@dataclass(frozen=True)
class ExpectedCall:
    """A call that a check will make; `key` and `again` are those of `StudentFunction`."""

    function: str
    arguments: tuple[np.ndarray, ...]
    key: tuple
    again: bool


@dataclass
class DryRun:
    """The calls that a check makes on all its examples, each once unless it is to be made again.

    Attributes
    ----------
    calls : list of ExpectedCall
        In order.
    replies : list of Reply
        What the oracles answered; none where there are no oracles.
    remembered : int
        How many of the calls are made on the first `REMEMBERED` examples.
    """

    calls: list[ExpectedCall] = field(default_factory=list)
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


class Recorder(StudentFunction):
    """A function of the exercise as a check sees it in a rehearsal, which notes what is called."""

    def __init__(self, name, perform, calls):
        super().__init__(name, perform)
        self._noted = calls

    def _reply(self, arguments, again):
        key = key_of(arguments)
        if again or key not in self.known:
            self._noted.append(ExpectedCall(self.name, arguments, key, again))
        return super()._reply(arguments, again)


class Stop(Exception):
    """Ends a check at its first call."""


_rehearsals = {}


def dry_run(check, oracles, seed):
    """Return the `DryRun` of a check for a seed; None where there is nothing to foresee.

    Parameters
    ----------
    check : Check
        What to try.
    oracles : dict of str to callable
        Right functions by name.
    seed : int or str
        Decides which examples are drawn.
    """
    key = check, seed
    if key not in _rehearsals:
        has_oracles = all(name in oracles for name in check.functions)
        try:
            make = with_oracles if has_oracles else first_calls
            _rehearsals[key] = make(check, oracles, seed)
        except Exception:  # noqa: BLE001 - such a check is tried the plain way, and told of there
            _rehearsals[key] = None
    return _rehearsals[key]


def rehearse(exercises, seed):
    """Have the `DryRun` of each check of some exercises there, for this and forked processes."""
    for each in exercises:
        for check in each.checks:
            dry_run(check, each.oracles, seed)


def with_oracles(check, oracles, seed):
    """Return the `DryRun` of a check with the oracles; `StudentFailure` where they fail it."""
    rehearsal, caller = DryRun(), Caller(oracles)

    def perform(name, arguments):
        rehearsal.replies.append(caller.call(name, arguments))
        return rehearsal.replies[-1]

    subjects = {
        name: Recorder(name, partial(perform, name), rehearsal.calls) for name in check.functions
    }
    for count, drawn in enumerate(check.draws.examples(seed)):
        if count == REMEMBERED:
            rehearsal.remembered = len(rehearsal.calls)
        check.try_on(subjects, drawn)
    rehearsal.remembered = rehearsal.remembered or len(rehearsal.calls)
    return rehearsal


def first_calls(check, oracles, seed):
    """Return a `DryRun` without answers: what is called first on each example."""
    rehearsal = DryRun()

    def stop(arguments):
        raise Stop

    subjects = {name: Recorder(name, stop, rehearsal.calls) for name in check.functions}
    for drawn in check.draws.examples(seed):
        with suppress(Stop):
            check.try_on(subjects, drawn)
    return rehearsal


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
