"""What a check sees of a function under test: call it, and the call is on record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from autograder.authoring.failures import GraderError
from autograder.imaging.arrays import key_of


@dataclass(frozen=True)
class Call:
    """One call of a student's function: what went in, what came out, what else was noticed.

    Attributes
    ----------
    function : str
        The function's name.
    arguments : tuple of ndarray
        What it is called with.
    result : ndarray or None
        What came back; None if it failed, or was not called yet.
    changed : tuple of int
        Positions of the arguments that it changed.
    shares_memory, changed_earlier_result : bool
        As in a `Reply`.
    failure : str
        Why there is no result, or "".
    again : bool
        Whether to call it even if the result is already known.
    """

    function: str
    arguments: tuple[np.ndarray, ...]
    result: np.ndarray | None = None
    changed: tuple[int, ...] = ()
    shares_memory: bool = False
    changed_earlier_result: bool = False
    failure: str = ""
    again: bool = False

    @cached_property
    def key(self):
        """What tells it from calls with other arguments."""
        return key_of(self.arguments)

    def answered(self, reply):
        """Return the same call with what it gave, which a `Reply` says."""
        text = reply.text if reply.kind == "object" else ""
        is_there = reply.array is not None
        answered = Call(
            self.function,
            self.arguments,
            reply.array,
            reply.changed if is_there else (),
            is_there and reply.shares_memory,
            is_there and reply.changed_earlier_result,
            "" if is_there else f"{reply.kind} {text}",
            self.again,
        )
        if "key" in vars(self):  # that of large images takes its time
            vars(answered)["key"] = self.key
        return answered


class ObservedFunction:
    """A function under test during one trial of a check, which calls it like the function itself.

    Parameters
    ----------
    function : object
        With a ``name``; ``require_written()``, which raises `NotWritten` if there is nothing to
        call; ``reply(call)``, which returns the `Reply` to a `Call`; ``raise_for(reply)``, which
        raises a `StudentFailure` if that is not a usable result; ``forbidden``, the names of the
        forbidden library functions that it has called so far; ``looks_at_nothing``; and
        ``answers_nothing``.
    calls : list of Call
        Where each call goes on record, in order, those of the check's other functions among them.
    """

    def __init__(self, function, calls):
        self.name = function.name
        self._function = function
        self._calls = calls

    def __call__(self, *arguments):
        """Return the function's result, a real ndarray; anything else is a `StudentFailure`."""
        return self.observe(*arguments).result

    def observe(self, *arguments, again=False):
        """Return the whole `Call`: the result, and what the function did to its arguments.

        Parameters
        ----------
        *arguments : ndarray
            What to call the function with.
        again : bool
            Call it even if the result is already known.

        Raises
        ------
        GraderError
            If an argument is not an array: nothing else reaches the student's process.
        """
        self._function.require_written()
        for each in arguments:
            if not isinstance(each, np.ndarray):
                what = f"A check calls {self.name} with {each!r:.80}"
                raise GraderError(f"{what}: expected arrays, such as np.array({each!r:.80}).")
        call = Call(self.name, arguments, again=again)
        self._calls.append(call)
        reply = self._function.reply(call)
        self._calls[-1] = call.answered(reply)
        self._function.raise_for(reply)
        return self._calls[-1]

    @property
    def forbidden(self):
        """The forbidden library functions that were called so far, over all examples."""
        return self._function.forbidden

    @property
    def looks_at_nothing(self):
        """Whether all calls so far, with whatever arguments, came to the same array."""
        return self._function.looks_at_nothing

    @property
    def answers_nothing(self):
        """Whether many calls so far, all but a few, came to the image itself or to one number."""
        return self._function.answers_nothing
