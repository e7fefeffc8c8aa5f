"""One submission in a process of its own, as the host sees it: load it, call it, end it."""

from __future__ import annotations

import contextlib
import secrets
import time
from functools import partial

from autograder.sandbox import frames, scratch
from autograder.sandbox.perform import Reply
from autograder.sandbox.replies import forbidden_from, loaded_from, reply_from
from autograder.subject import Subject


class Worker:
    """One submission in a process of its own.

    Attributes
    ----------
    subjects : dict of str to Subject
        The functions under test, for checks to call.
    problem : str
        The first error while it was loaded, or "".
    held : tuple of str
        The layers of isolation that it says it is in; `doctor` looks for itself.
    """

    def __init__(self, sandbox, source, suffix, functions, forbidden):
        self._sandbox = sandbox
        self._limits = sandbox.limits
        self._task = {"suffix": suffix, "functions": functions, "forbidden": forbidden}
        self._source = source
        self._end = time.monotonic() + self._limits.submission
        self._strikes = 0
        self._broken = ""
        self._process = None
        self.problem, self.held = "", ()
        states = self._start()
        self.subjects = {
            name: Subject(name, partial(self._perform, name), states[name], self.problem)
            for name in functions
        }

    def close(self):
        """End the worker and remove its folder."""
        if self._process is not None:
            self._process.end()
            scratch.remove(self._folder)
            self._process = None

    def _start(self):
        """Start a process, load the submission, and return the state of each function."""
        self._process = self._sandbox.fork()
        self._folder = scratch.make(self._sandbox.home)
        task = self._task | {"folder": self._folder}
        try:
            header, _ = self._exchange(task, self._source, self._limits.load)
            self._process.reports()  # what ran while it was loaded is no graded function
            states, self.problem, self.held = loaded_from(header, self._task["functions"])
            return states
        except TimeoutError:
            self.problem = f"It was not loaded after {self._limits.load:g} s."
            return self._all("late")
        except frames.Closed:
            self.problem = "It ended its own process while it was loaded."
        except frames.BadFrame:
            self.problem = "It disturbed the process that runs it."
        return self._all("missing")

    def _all(self, state):
        """End a worker that did not load; return the same state for all functions."""
        self.close()
        return dict.fromkeys(self._task["functions"], state)

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
            return self._call(name, [in_native_order(argument) for argument in arguments])
        except TimeoutError:
            return self._strike("timeout", f"A call took longer than {self._limits.call:g} s.")
        except frames.Closed:
            return self._strike("died", "It ended its own process.")
        except frames.BadFrame as error:
            return self._strike("died", f"It disturbed the process that runs it: {error}.")

    def _call(self, name, arguments):
        entries = [frames.describe_array(each) | {"bytes": each.nbytes} for each in arguments]
        body = b"".join(each.tobytes() for each in arguments)
        call = {"function": name, "arrays": entries}
        reply = reply_from(*self._exchange(call, body, self._limits.call))
        reply.forbidden = forbidden_from(self._process.reports())
        return reply

    def _strike(self, kind, text):
        self.close()
        self._strikes += 1
        self._broken = text
        return Reply(kind, text=text)

    def _exchange(self, header, body, seconds):
        """Send one frame and return header and body of its answer."""
        if self._process is None:
            raise frames.Closed
        nonce = secrets.token_bytes(16)
        deadline = min(time.monotonic() + seconds, self._end)
        frames.send(self._process.socket, nonce, header, body, deadline)
        return frames.receive(self._process.socket, deadline, nonce)[1:]


class Process:
    """A forked process: its id, the socket for frames, and the one for reports of forbidden calls.

    Parameters
    ----------
    pid : int
        The process.
    socket, reports : socket.socket
        Our ends.
    kill : callable
        Takes the process id; kills the process and whatever it started.
    """

    MOST_REPORTS = 1 << 20

    def __init__(self, pid, socket, reports, kill):
        self.pid = pid
        self.socket = socket
        self._reports = reports
        self._reports.setblocking(False)
        self._kill = kill

    def reports(self):
        """Return the bytes that were reported since; BadFrame if the connection was cut."""
        came = b""
        with contextlib.suppress(BlockingIOError):
            while len(came) < self.MOST_REPORTS:
                part = self._reports.recv(1 << 16)
                if not part:
                    raise frames.BadFrame("it closed a connection that is not its own")
                came += part
        return came

    def end(self):
        """Kill the process and whatever it started, and hang up."""
        self._kill(self.pid)
        self.socket.close()
        self._reports.close()


def in_native_order(array):
    """Return an array in this machine's byte order, as every array crosses the pipe."""
    return array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("="))
