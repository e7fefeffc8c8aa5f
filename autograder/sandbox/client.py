"""One submission in a process of its own, as the host sees it: load it, call it, end it."""

from __future__ import annotations

import secrets
import time
from functools import partial

from autograder.sandbox.deadline import Deadline, Waiting
from autograder.sandbox.protocol import loaded_from, replies_from, request, verify_left
from autograder.sandbox.student_function import StudentFunction
from autograder.sandbox.worker import frames, scratch
from autograder.sandbox.worker.caller import Reply
from autograder.sandbox.worker.problems import Problem

# Of so many single calls, one shows what it left of its arguments, and one of all made at once.
VERIFIED = 4


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
    transcript : Transcript or None
        Where each call and its answer go on record, if somebody wants that.
    """

    transcript = None

    def __init__(self, server, source, suffix, functions, helpers=()):
        self._server = server
        self._limits = server.limits
        names, contents = zip(*helpers, strict=True) if helpers else ((), ())
        sizes = list(map(len, (source, *contents)))
        self._task = {"suffix": suffix, "functions": functions}
        self._task |= {"helpers": names, "sizes": sizes}
        self._source = b"".join((source, *contents))
        self._end = time.monotonic() + self._limits.submission
        self._strikes = 0
        self._broken = ""
        self._process = None
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
        return self._process and self._process.pid

    def close(self):
        """End the worker and remove its folder."""
        if self._process is not None:
            self._process.end()
            scratch.remove(self._folder)
            self._process = None
            if self.transcript is not None:
                self.transcript.end()

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
            self._end += time.monotonic() - start
            self.close()
            self._start()

    def _start(self):
        """Start a process, load the submission, and return the state of each function."""
        self._process, self._folder = self._server.fork()
        self._waiting = Waiting(self._process.pid)
        task = self._task | {"folder": self._folder}
        try:
            header, _ = self._begin(task, self._source, self._limits.load)()
            found = loaded_from(header, self._task["functions"])
            states, self.problems, self.remarks, self.held = found
            return states
        except TimeoutError:
            return self._all("late", f"It was not loaded after {self._limits.load:g} s.")
        except frames.Closed:
            return self._all("missing", "It ended its own process while it was loaded.")
        except frames.BadFrame:
            return self._all("missing", "It disturbed the process that runs it.")

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
            Waits for the answers and returns them, a list of `Reply`, or None where anything was
            out of order: then it is as if nothing had been asked. None where there is nothing to
            ask.
        """
        is_ready = self._process is not None and self._may_ask_ahead
        if not count or not is_ready or not self._all_written(names):
            return None
        start = time.monotonic()
        asked = request()
        try:
            exchange = self._ask(*asked, self._limits.ahead)
        except (TimeoutError, frames.Closed):
            exchange = None
        return partial(self._answers, count, asked, exchange, start)

    def _answers(self, count, asked, exchange, start):
        try:
            replies = replies_from(*exchange(), count) if exchange else None
            if replies:
                self._verify(asked, replies, secrets.randbelow(count))
        except (TimeoutError, frames.Closed, frames.BadFrame):
            replies = None
        if replies is None or any(reply.forbidden for reply in replies):
            self._may_ask_ahead = False
            self.close()
            self._end += time.monotonic() - start
            return None
        return replies

    def _all_written(self, names):
        return all(self.subjects[name].is_written for name in names)

    def _perform(self, name, arguments):
        """Return the `Reply` of one call; a worker that is late or gone is a reply too."""
        if self._strikes >= self._limits.strikes:
            return Reply("timeout", text=f"{self._broken} It was not called again.")
        if time.monotonic() > self._end:
            text = f"All calls together took over {self._limits.submission:g} s."
            return Reply("timeout", text=text)
        if self._process is None:
            self._start()
        try:
            return self._call([(name, arguments)], self._limits.call)[0]
        except TimeoutError:
            return self._strike("timeout", f"A call took longer than {self._limits.call:g} s.")
        except frames.Closed:
            return self._strike("died", "It ended its own process.")
        except frames.BadFrame as error:
            return self._strike("died", f"It disturbed the process that runs it: {error}.")

    def _call(self, calls, seconds):
        """Make calls one after the other; of some it is verified what they left."""
        asked = request(calls)
        replies = replies_from(*self._ask(*asked, seconds)(), len(calls))
        if self._is_doubted or secrets.randbelow(VERIFIED) == 0:
            self._verify(asked, replies, 0)
        return replies

    def _verify(self, asked, replies, number):
        """Raise BadFrame if a call changed an argument and its reply does not say so.

        What is kept as a transcript is a student's own check, and no grade: nobody lies there, and
        a question by chance would not be asked again.
        """
        if self.transcript is not None or replies[number].kind == "exception":
            return
        came = self._begin({"left_by": number}, b"", self._limits.call)()
        try:
            verify_left(asked, number, replies[number], *came)
        except frames.BadFrame:
            self._is_doubted = True
            raise

    def _strike(self, kind, text):
        self.close()
        self._strikes += 1
        self._broken = text
        return Reply(kind, text=text)

    def _ask(self, header, body, seconds):
        """As `_begin`, but for what was asked before and is to be asked again: that is known."""
        begin = partial(self._begin, header, body, seconds)
        if self.transcript is None:
            return begin()
        if not self.transcript.goes_on_with(header, body):
            self.close()
            self._start()
        return self.transcript.begun(header, body, begin)

    def _begin(self, header, body, seconds):
        """Send one frame; return a function that waits for its answer, header and body."""
        if self._process is None:
            raise frames.Closed
        nonce = secrets.token_bytes(16)
        deadline = Deadline(min(seconds, self._end - time.monotonic()), self._waiting)
        frames.send(self._process.socket, nonce, header, body, deadline)
        return partial(self._receive, nonce, deadline)

    def _receive(self, nonce, deadline):
        """Return header and body of an answer; what moved its deadline moves that of all calls."""
        try:
            return frames.receive(self._process.socket, deadline, nonce)[1:]
        finally:
            self._end += deadline.moved
