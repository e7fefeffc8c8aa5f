"""One submission in a process of its own, as the host sees it: load it, call it, end it."""

from __future__ import annotations

import secrets
import time
from functools import partial

from autograder.sandbox.connection import Connection
from autograder.sandbox.limits import SHORT_LOAD, TookLong
from autograder.sandbox.patience import Patience
from autograder.sandbox.protocol import loaded_from, replies_from, request, verify_left
from autograder.sandbox.student_function import StudentFunction
from autograder.sandbox.worker import frames
from autograder.sandbox.worker.caller import Reply
from autograder.sandbox.worker.problems import Problem

# Of so many single calls, one shows what it left of its arguments, and one of all made at once.
VERIFIED = 10


class WorkerClient:
    """One submission in a process of its own.

    Attributes
    ----------
    subjects : dict of str to StudentFunction
        The functions under test, for checks to call.
    problems : tuple of Problem
        What went wrong while it was loaded.
    remarks : dict of str to str
        What there is to say of functions that are missing, or whose names were taken.
    held : tuple of str
        The layers of isolation that it says it is in; `doctor` looks for itself.
    """

    def __init__(self, server, source, suffix, functions, helpers=(), hurries=False, seconds=None):
        self._connection, self._hurries = Connection(server, seconds), hurries
        self._limits = server.limits
        names, contents = zip(*helpers, strict=True) if helpers else ((), ())
        sizes = list(map(len, (source, *contents)))
        self._task = {"suffix": suffix, "functions": functions}
        self._task |= {"helpers": names, "sizes": sizes}
        self._source = b"".join((source, *contents))
        self._patience = Patience(server.limits)
        self._may_ask_ahead, self._is_doubted = True, False
        self.problems, self.remarks, self.held = (), {}, ()
        states = self._start()
        self.subjects = {
            name: StudentFunction(
                name,
                partial(self._perform, name),
                states[name],
                self.problems,
                self.remarks.get(name, ""),
            )
            for name in functions
        }

    @property
    def pid(self):
        """The id of the worker's process, or None after it was closed."""
        return self._connection.pid

    @property
    def seconds_left(self):
        """How long loading and calls may still take."""
        return self._connection.seconds_left

    def record_in(self, transcript):
        """Keep each call and its answer in a `Transcript` from here on."""
        self._connection.transcript = transcript

    def close(self):
        """End the worker and remove its folder."""
        self._connection.close()

    def ask_again(self, questions):
        """Ask what was asked before; yield each answer, its header and its body.

        A process that does not answer in time is ended, and there is another: it is as if nothing
        had been asked.

        Parameters
        ----------
        questions : iterable of (bytes, bytes)
            Headers and bodies of frames.
        """
        start = time.monotonic()
        try:
            for header, body in questions:
                yield self._ask(header, body, self._limits.ahead)()
        except (TimeoutError, frames.Closed, frames.BadFrame):
            self._connection.take_back(start)
            self.close()
            self._start()

    def _start(self):
        """Start a process, load the submission, and return the state of each function."""
        task = self._task | {"folder": self._connection.open()}
        most = min(self._limits.load, SHORT_LOAD) if self._hurries else self._limits.load
        try:
            header, _ = self._connection.begin(task, self._source, most)()
            found = loaded_from(header, self._task["functions"])
            states, self.problems, self.remarks, self.held = found
            return states
        except TimeoutError:
            self._be_patient()
            return self._all("late", f"Your file did not load within {self._limits.load:g} s.")
        except frames.Closed:
            return self._all("missing", "It ended its own process while it was loaded.")
        except frames.BadFrame:
            return self._all("missing", "Your code interfered with the process that runs it.")

    def _all(self, state, why):
        """End a worker that did not load; return the same state for all functions."""
        self.close()
        self.problems = (Problem(why),)
        return dict.fromkeys(self._task["functions"], state)

    def ask_ahead(self, names, count, request):
        """Let many calls be performed at once.

        Parameters
        ----------
        names : set of str
            The functions that are called.
        count : int
            How many calls there are.
        request : callable
            Returns the frame that asks for them, as `protocol.request` does.

        Returns
        -------
        answers : callable or None
            Waits for the answers and returns them, a list of `Reply`, or None if anything was
            out of order: then it is as if nothing had been asked. None if there is nothing to
            ask.
        """
        is_ready = self.pid is not None and self._may_ask_ahead
        if not count or not is_ready or not self._all_written(names):
            return None
        start = time.monotonic()
        asked = request()
        try:
            exchange = self._ask(*asked, self._limits.ahead)
        except TimeoutError:
            self._be_patient()
            exchange = None
        except frames.Closed:
            exchange = None
        return partial(self._answers, count, asked, exchange, start)

    def _answers(self, count, asked, exchange, start):
        try:
            replies = replies_from(*exchange(), count) if exchange else None
            if replies:
                self._verify(asked, replies, secrets.randbelow(count))
        except TimeoutError:
            self._be_patient()
            replies = None
        except (frames.Closed, frames.BadFrame):
            replies = None
        if replies is None or any(reply.forbidden for reply in replies):
            self._may_ask_ahead = False
            self.close()
            self._connection.take_back(start)
            return None
        self._patience.ended()
        return replies

    def _be_patient(self):
        """Go on with a submission that takes long; `TookLong` if others should not wait for it."""
        if self._hurries:
            self.close()
            raise TookLong

    def _all_written(self, names):
        return all(self.subjects[name].is_written for name in names)

    def _perform(self, name, arguments):
        """Return the `Reply` of one call; a worker that is late or gone is a reply too."""
        refusal = self._patience.refusal
        if refusal is not None:
            return refusal
        if self.seconds_left < 0:
            text = f"All calls together took over {self._limits.submission:g} s."
            return Reply("timeout", text=text)
        if self.pid is None:
            self._start()
        seconds = self._patience.seconds(arguments)
        try:
            return self._call([(name, arguments)], seconds)[0]
        except TimeoutError:
            reply = self._patience.late(seconds)
        except frames.Closed:
            reply = self._patience.strike("died", "It ended its own process.")
        except frames.BadFrame as error:
            text = f"Your code interfered with the process that runs it: {error}."
            reply = self._patience.strike("died", text)
        self.close()
        return reply

    def _call(self, calls, seconds):
        """Make calls one after the other; of some it is verified what they left."""
        asked = request(calls)
        replies = replies_from(*self._ask(*asked, seconds)(), len(calls))
        self._patience.ended()
        if self._is_doubted or secrets.randbelow(VERIFIED) == 0:
            self._verify(asked, replies, 0)
        return replies

    def _verify(self, asked, replies, number):
        """Raise BadFrame if a call changed an argument and its reply does not say so.

        What is kept as a transcript is a student's own check, and no grade: nobody lies there, and
        a question by chance would not be asked again.
        """
        if self._connection.transcript is not None or replies[number].kind == "exception":
            return
        came = self._connection.begin({"left_by": number}, b"", self._limits.call)()
        try:
            verify_left(asked, number, replies[number], *came)
        except frames.BadFrame:
            self._is_doubted = True
            raise

    def _ask(self, header, body, seconds):
        return self._connection.ask(header, body, seconds, self._start)
