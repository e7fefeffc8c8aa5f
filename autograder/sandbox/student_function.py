"""A student's function, wherever it runs: each call is made, and nothing is remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from autograder.authoring.calls import Call
from autograder.authoring.failures import BrokeARule, Crashed, NotWritten, TimedOut, Unusable
from autograder.sandbox.patience import Patience
from autograder.sandbox.time_limit import Late, ended_after
from autograder.sandbox.worker.caller import Caller, Reply
from autograder.sandbox.worker.problems import Problem, told
from autograder.sandbox.worker.wires import NO_WIRES


@dataclass(frozen=True)
class StudentFunction:
    """A student's function behind whatever runs it.

    Attributes
    ----------
    name : str
        The function's name.
    perform : callable
        Runs the function on a tuple of arrays and returns a `Reply`; never raises for what the
        student's code does.
    state : {"written", "stub", "missing", "late"}
        Whether there is anything to run; "late" if loading the submission took too long.
    problems : tuple of Problem
        Why it may be missing: what went wrong when the submission was loaded.
    remark : str
        What there is to say of the name, or "".
    """

    name: str
    perform: Callable[[tuple], Reply]
    state: str = "written"
    problems: tuple[Problem, ...] = ()
    remark: str = ""

    def __call__(self, *arguments):
        """Return the function's result, a real ndarray; anything else is a `StudentFailure`."""
        return self.observe(*arguments).result

    def observe(self, *arguments):
        """Return the whole `Call`: the result, and what the function did to its arguments."""
        self.require_written()
        reply = self.perform(arguments)
        self.raise_for(reply)
        return Call(self.name, arguments).answered(reply)

    @property
    def is_written(self):
        """Whether there is anything to run."""
        return self.state == "written"

    def require_written(self):
        """Raise `NotWritten` if there is nothing to run yet."""
        if self.state == "late":
            raise TimedOut(told(self.problems))
        if self.state == "missing" and self._could_not_be_loaded:
            text = told(self.problems, self.name)
            raise Crashed(f"{self.name} could not be loaded. {text}")
        if self.state == "missing":
            more = f"\n\nWhile it was loaded: {told(self.problems)}" if self.problems else ""
            text = f"There is no function named {self.name} yet. {self.remark}".rstrip()
            raise NotWritten(text + more)
        if self.state == "stub":
            raise NotWritten(f"{self.name} is not written yet.")

    @property
    def _could_not_be_loaded(self):
        """Whether an error is the reason why it is missing, rather than its name."""
        is_behind = any(self.name in each.names for each in self.problems)
        return is_behind or (bool(self.problems) and not self.remark)

    def raise_for(self, reply):
        """Raise the `StudentFailure` that a `Reply` stands for, unless it is a usable result."""
        if reply.forbidden:
            raise BrokeARule(
                f"The work of {self.name} should be your own. It called {reply.forbidden}."
            )
        if reply.kind == "timeout":
            raise TimedOut(reply.text)
        if reply.kind in ("exception", "died"):
            text = told(self.problems, error=reply.text)
            stop = "" if reply.text.endswith((".", "?", "!")) else "."
            before = f"{stop} Before, while it was loaded: {text}" if text else ""
            raise Crashed(f"{self.name} stopped with an error. {reply.text}{before}")
        if reply.kind == "object":
            rule = f"{self.name} should return a NumPy array of numbers."
            raise Unusable(rule, f"It {reply.text}.", about="object")


def in_process(name, function, wires=NO_WIRES, limits=None):
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
    limits : Limits, optional
        How long a call may take, and after how many that took longer none is made.
    """
    code = getattr(function, "__code__", None)
    filename = code.co_filename if code else "<submission>"
    caller = Caller({name: function}, filename, wires, let_through=(KeyboardInterrupt, Late))
    call = partial(caller.call, name)
    perform = call if limits is None else partial(_limited, call, Patience(limits))
    return StudentFunction(name, perform, caller.state(name))


def _limited(call, patience, arguments):
    """Return the `Reply` of one call in this process; one that takes too long is a reply, too."""
    if patience.refusal is not None:
        return patience.refusal
    seconds = patience.seconds(arguments)
    try:
        with ended_after(seconds):
            reply = call(arguments)
        patience.ended()
        return reply
    except Late:
        return patience.late(seconds)
