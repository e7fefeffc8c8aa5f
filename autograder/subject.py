"""A function under test, as a check sees it: call it, and every call is on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from autograder.failures import BrokeARule, Crashed, NotWritten, TimedOut, Unusable
from autograder.sandbox.perform import Performer, Reply
from autograder.sandbox.tripwires import NO_WIRES


@dataclass(frozen=True)
class Call:
    """One call of a student's function: what went in, what came out, what else was noticed."""

    function: str
    arguments: tuple[np.ndarray, ...]
    result: np.ndarray | None
    changed: tuple[int, ...] = ()
    shares_memory: bool = False
    changed_earlier_result: bool = False
    failure: str = ""

    @classmethod
    def of(cls, function, arguments, reply):
        """Return the call that a `Reply` answers."""
        if reply.array is None:
            text = reply.text if reply.kind == "object" else ""
            return cls(function, arguments, None, failure=f"{reply.kind} {text}")
        return cls(
            function,
            arguments,
            reply.array,
            reply.changed,
            reply.shares_memory,
            reply.changed_earlier_result,
        )


class Subject:
    """A student's function behind whatever runs it; a check calls it like the function itself.

    Parameters
    ----------
    name : str
        The function's name.
    perform : callable
        Runs the function on a tuple of arrays and returns a `Reply`; never raises for what the
        student's code does.
    state : {"written", "stub", "missing", "late"}
        Whether there is anything to run; "late" where loading the submission took too long.
    problem : str
        Why it may be missing: what went wrong when the submission was loaded, or "".

    Attributes
    ----------
    calls : list of Call
        The calls of the current example in order, those of the check's other functions among them.
    history : list of Call
        Some calls of every check so far, to recognise a mistake by.
    forbidden : list of str
        The forbidden library functions that were called so far, over all examples.
    """

    def __init__(self, name, perform: Callable[[tuple], Reply], state="written", problem=""):
        self.name = name
        self.calls: list[Call] = []
        self.history: list[Call] = []
        self.forbidden: list[str] = []
        self._perform = perform
        self._state = state
        self._problem = problem

    def __call__(self, *arguments):
        """Return the function's result, a real ndarray; anything else is a `StudentFailure`."""
        return self.observe(*arguments).result

    def observe(self, *arguments):
        """Return the whole `Call`: the result, and what the function did to its arguments."""
        self.require_written()
        self.calls.append(Call(self.name, arguments, None))
        reply = self._perform(arguments)
        self.calls[-1] = call = Call.of(self.name, arguments, reply)
        self._raise_for(reply)
        return call

    @property
    def is_written(self):
        """Whether there is anything to run."""
        return self._state == "written"

    def require_written(self):
        """Raise `NotWritten` where there is nothing to run yet."""
        if self._state == "late":
            raise TimedOut(self._problem)
        if self._state == "missing" and self._problem:
            raise Crashed(f"{self.name} could not be loaded. {self._problem}")
        if self._state == "missing":
            raise NotWritten(f"There is no function named {self.name} yet.")
        if self._state == "stub":
            raise NotWritten(f"{self.name} is not written yet.")

    def _raise_for(self, reply):
        if reply.forbidden:
            self.forbidden.append(reply.forbidden)
            raise BrokeARule(
                f"The work of {self.name} should be your own. It called {reply.forbidden}."
            )
        if reply.kind == "timeout":
            raise TimedOut(reply.text)
        if reply.kind in ("exception", "died"):
            before = f" Before, while it was loaded: {self._problem}" if self._problem else ""
            raise Crashed(f"{self.name} stopped with an error. {reply.text}{before}")
        if reply.kind == "object":
            raise Unusable(f"{self.name} should return a NumPy array.", f"It {reply.text}.")


def in_process(name, function, wires=NO_WIRES):
    """Return a `Subject` that runs `function` in this very process (a notebook, a debugger).

    Interrupting the process interrupts the check that calls it.

    Parameters
    ----------
    name : str
        The name that messages use.
    function : callable or None
        None stands for a function that does not exist.
    wires : Wires
        Notice the forbidden library functions that it calls.
    """
    code = getattr(function, "__code__", None)
    filename = code.co_filename if code else "<submission>"
    performer = Performer({name: function}, filename, wires, let_through=(KeyboardInterrupt,))
    perform = partial(performer.perform, name)
    return Subject(name, perform, performer.state(name))
