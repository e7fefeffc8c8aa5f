"""A function under test, as a check sees it: call it, and every call is on record."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from autograder.authoring.failures import BrokeARule, Crashed, NotWritten, TimedOut, Unusable
from autograder.imaging.arrays import key_of
from autograder.sandbox.worker.caller import Caller, Reply
from autograder.sandbox.worker.tripwires import NO_WIRES


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
    again: bool = False

    @cached_property
    def key(self):
        """What tells it from calls with other arguments."""
        return key_of(self.arguments)

    @classmethod
    def of(cls, function, arguments, reply, again=False):
        """Return the call that a `Reply` answers."""
        if reply.array is None:
            text = reply.text if reply.kind == "object" else ""
            return cls(function, arguments, None, failure=f"{reply.kind} {text}", again=again)
        return cls(
            function,
            arguments,
            reply.array,
            reply.changed,
            reply.shares_memory,
            reply.changed_earlier_result,
            again=again,
        )


class StudentFunction:
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
    known : dict of tuple to Reply
        What came of each call so far, by `key_of` its arguments; it is not made again.
    expected : deque of (tuple, Reply)
        What came of calls that were made ahead, though their like was made before.
    history : list of Call
        Some calls of every check so far, to recognise a mistake by.
    forbidden : list of str
        The forbidden library functions that were called so far, over all examples.
    """

    def __init__(self, name, perform: Callable[[tuple], Reply], state="written", problem=""):
        self.name = name
        self.calls: list[Call] = []
        self.known: dict[tuple, Reply] = {}
        self.expected: deque[tuple[tuple, Reply]] = deque()
        self.history: list[Call] = []
        self._remembered: set[tuple] = set()
        self.forbidden: list[str] = []
        self._perform = perform
        self._state = state
        self._problem = problem

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
            Whether to call it even where it is known what comes of that.
        """
        self.require_written()
        self.calls.append(Call(self.name, arguments, None, again=again))
        reply = self._reply(arguments, again)
        self.calls[-1] = call = Call.of(self.name, arguments, reply, again)
        self._raise_for(reply)
        return call

    def _reply(self, arguments, again):
        key = key_of(arguments)
        if not again:
            if key not in self.known:
                self.known[key] = self._perform(arguments)
            return self.known[key]
        if self.expected and self.expected[0][0] == key:
            return self.expected.popleft()[1]
        self.expected.clear()
        return self._perform(arguments)

    def remember(self, call, key=None):
        """Add a call to the history, unless it is there; `key` is `key_of` its arguments."""
        key = key or call.key
        if call.again or key not in self._remembered:
            self._remembered.add(key)
            self.history.append(call)

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
            rule = f"{self.name} should return a NumPy array of numbers."
            raise Unusable(rule, f"It {reply.text}.")


def in_process(name, function, wires=NO_WIRES):
    """Return a `StudentFunction` that runs `function` in this process (a notebook, a debugger).

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
    caller = Caller({name: function}, filename, wires, let_through=(KeyboardInterrupt,))
    perform = partial(caller.call, name)
    return StudentFunction(name, perform, caller.state(name))
