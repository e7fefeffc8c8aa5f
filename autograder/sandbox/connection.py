"""The process that a submission runs in, or several in turn, and the talk with it."""

from __future__ import annotations

import secrets
import time
from functools import partial

from autograder.sandbox.deadline import Deadline, Waiting
from autograder.sandbox.worker import frames, scratch


class Connection:
    """Starts processes for one submission, one at a time, and talks to them.

    Parameters
    ----------
    server : Server
        Starts them.
    seconds : float, optional
        How long all together may take, if it is less than for other submissions.

    Attributes
    ----------
    transcript : Transcript or None
        Where each question and its answer go on record, if somebody wants that.
    """

    def __init__(self, server, seconds=None):
        self._server = server
        most = server.limits.submission
        self._end = time.monotonic() + (most if seconds is None else min(seconds, most))
        self._process = None
        self.transcript = None

    @property
    def pid(self):
        """The id of the process, or None if there is none."""
        return self._process and self._process.pid

    @property
    def seconds_left(self):
        """How long the submission may still take; below 0 if it took longer than it may."""
        return self._end - time.monotonic()

    def open(self):
        """Start a process; return the folder that is its own."""
        self._process, self._folder = self._server.fork()
        self._waiting = Waiting(self._process.pid)
        return self._folder

    def close(self):
        """End the process and remove its folder."""
        if self._process is not None:
            self._process.end()
            scratch.remove(self._folder)
            self._process = None
            if self.transcript is not None:
                self.transcript.end()

    def take_back(self, start):
        """Let the time since `start` not count: it is as if nothing had been asked."""
        self._end += time.monotonic() - start

    def begin(self, header, body, seconds):
        """Send one frame; return a function that waits for its answer, header and body.

        Raises
        ------
        frames.Closed
            If there is no process, or it has gone. So does the function, and more: TimeoutError
            after so many seconds, or at the end of all time; frames.BadFrame.
        """
        if self._process is None:
            raise frames.Closed
        nonce = secrets.token_bytes(16)
        deadline = Deadline(min(seconds, self.seconds_left), self._waiting)
        frames.send(self._process.socket, nonce, header, body, deadline)
        return partial(self._receive, nonce, deadline)

    def _receive(self, nonce, deadline):
        """Return header and body of an answer; what moved its deadline moves that of all calls."""
        try:
            return frames.receive(self._process.socket, deadline, nonce)[1:]
        finally:
            self._end += deadline.moved

    def ask(self, header, body, seconds, start_again):
        """As `begin`; a question that was asked before, and comes again, has its answer at once.

        Parameters
        ----------
        header, body, seconds
            As for `begin`.
        start_again : callable
            Called without arguments if the process has to be another one.
        """
        begin = partial(self.begin, header, body, seconds)
        if self.transcript is None:
            return begin()
        if not self.transcript.goes_on_with(header, body):
            self.close()
            start_again()
        return self.transcript.begun(header, body, begin)
