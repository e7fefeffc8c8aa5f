"""The trusted side: start workers and end them; see `client` for what they are then asked."""

from __future__ import annotations

import os
import socket
import time
from functools import partial

from autograder.authoring.failures import GraderError, NoSandbox
from autograder.authoring.forbidden import ALL
from autograder.sandbox.client import WorkerClient
from autograder.sandbox.environment import STACK, mentioned_in
from autograder.sandbox.handles import handles
from autograder.sandbox.limits import Limits
from autograder.sandbox.process import Process
from autograder.sandbox.server_process import ServerProcess
from autograder.sandbox.worker import isolation, scratch

CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")

# Seconds in which the process that starts workers is ready, and in which it answers then.
UNTIL_READY = 120
UNTIL_ANSWER = 10

# Seconds to wait before each attempt to start a worker.
PAUSES = (0, 0.1, 1, 3)

NONSENSE = "The process that starts workers does not answer as it should."


class Sandbox:
    """Starts workers from a process that has the scientific stack imported; a context manager.

    Parameters
    ----------
    limits : Limits, optional
        How long a submission may take.
    layers : iterable of str
        The layers of isolation that are wanted.
    only : bytes, optional
        The one file that will be opened, where there is but one: what it does not mention is not
        imported beforehand, nor watched, and the first worker is ready sooner.
    """

    def __init__(self, limits=None, layers=isolation.NAMES, only=None):
        self.limits = limits or Limits()
        everything = {"stack": STACK, "forbidden": ALL}
        if only is not None:
            everything = {key: mentioned_in(only, names) for key, names in everything.items()}
        self._task = {"layers": tuple(layers), **everything}
        self.home = None
        self._control = None
        self._server = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def start(self):
        """Start the process that workers are forked from; it gets ready while we go on.

        Raises
        ------
        NoSandbox
            On a system that cannot fork, such as Windows.
        """
        require_fork()
        self._server = ServerProcess(self._task)
        self._take(self._server.control, self._server.home)
        return self

    def _take(self, control, home):
        control.settimeout(UNTIL_READY)
        self._control, self.home, self._ready = control, home, False

    def stop(self):
        """End the process that workers are forked from, and the workers."""
        if self._control is None:
            return
        self._control.close()
        self._control = None
        if self._server is None:  # another host's
            scratch.remove(self.home)
        else:
            self._server.end()
            self._server = None

    @property
    def pid(self):
        """The id of the process that workers are forked from; None if another host started it."""
        return self._server and self._server.pid

    def handles(self, processors):
        """Return a `ServerHandle` for each of some hosts, on these processors unless None."""
        return handles(self._control, self.home, processors)

    def attach(self, handle):
        """Take workers from the process that a handle leads to."""
        self._take(handle.control, handle.home)
        return self

    def open(self, source, suffix, functions, forbidden=(), helpers=()):
        """Load a submission in a worker of its own.

        Parameters
        ----------
        source : bytes
            The file as handed in.
        suffix : {".py", ".ipynb"}
            What kind of file it is.
        functions : iterable of str
            The functions under test.
        forbidden : iterable of str
            Library functions that they may not call, as dotted names.
        helpers : iterable of (str, bytes)
            Modules that lie beside it: for each its path from there, and what it holds.

        Returns
        -------
        worker : WorkerClient
            With one `StudentFunction` for each function.
        """
        task = tuple(functions), tuple(forbidden), tuple(helpers)
        return WorkerClient(self, source, suffix, *task)

    def fork(self):
        """Return the `Process` of a new worker, and its folder.

        Workers come from a process that runs no student's code. If that has ended all the same, or
        cannot start one, it is started again, with a folder that is empty: a submission that had a
        hand in it gains nothing. What a neighbour uses up may be there again a little later.
        """
        for pause in PAUSES:
            time.sleep(pause)
            try:
                if self._control is None:
                    self.start()
                folder = scratch.make(self.home)
                return self._fork(), folder
            except OSError as error:
                problem = error
                self.stop()
        raise GraderError(f"A worker could not be started: {problem}") from problem

    def _fork(self):
        ours, theirs = zip(socket.socketpair(), socket.socketpair(), strict=True)
        try:
            if not self._ready:
                if self._answer() != b"ready":
                    raise ConnectionError(NONSENSE)
                self._ready = True
                self._control.settimeout(UNTIL_ANSWER)
            socket.send_fds(self._control, [b"fork"], [each.fileno() for each in theirs])
            pid = self._answer()
            if not pid.isdigit():
                raise ConnectionError(NONSENSE)
            return Process(int(pid), *ours, partial(self._kill, self._control))
        except OSError:
            for each in ours:
                each.close()
            raise
        finally:
            for each in theirs:
                each.close()

    def _kill(self, control, pid):
        """Kill a worker and whatever it started; it is gone already if its parent is."""
        if control is self._control:
            try:
                control.send(b"end %d" % pid)
                self._answer()
            except OSError:
                control.close()  # so that it is started again for the next worker

    def _answer(self):
        answer = self._control.recv(64)
        if not answer:
            raise ConnectionError("The process that starts workers has ended.")
        return answer


def require_fork():
    """Raise `NoSandbox` where no worker could be forked."""
    if not CAN_FORK:
        raise NoSandbox(
            "On this system submissions cannot be run apart from what grades them. Grade on "
            "Linux or macOS, in a container, or in the Windows Subsystem for Linux."
        )
