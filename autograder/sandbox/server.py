"""A process that workers are forked from, as the host sees it: start it, ask it, end it."""

from __future__ import annotations

import socket
import time
from functools import partial

from autograder.authoring.failures import GraderError
from autograder.sandbox.handles import handles
from autograder.sandbox.process import Process
from autograder.sandbox.server_process import ForkedProcess, ServerProcess
from autograder.sandbox.worker import scratch

# Seconds in which the process that starts workers is ready, and in which it answers then.
UNTIL_READY = 120
UNTIL_ANSWER = 10

# Seconds to wait before each attempt to start a worker.
PAUSES = (0, 0.1, 1, 3)

NONSENSE = "The process that starts workers does not answer as it should."


class Server:
    """Has workers forked from a process that has imported what they may use.

    Parameters
    ----------
    limits : Limits
        How long a submission may take.
    task : dict
        What that process does before: ``"stack"``, the modules to import; ``"forbidden"``, the
        functions and modules that should not be there; ``"hidden"``, the paths and packages that
        workers must not see; ``"shell"``, whether notebooks will be run; and ``"layers"``, the
        isolation that is wanted.
    """

    def __init__(self, limits, task):
        self.limits = limits
        self._task = task
        self.home = None
        self._control = None
        self._process = None

    def start(self, other=None):
        """Start the process that workers are forked from; it gets ready while we go on.

        If there is another `Server`, it is forked from the process of that.
        """
        own = other is None or not isinstance(other._process, ServerProcess)
        task = self._task
        self._process = ServerProcess(task) if own else ForkedProcess(other._process, task)
        self._take(self._process.control, self._process.home)
        return self

    def _take(self, control, home):
        control.settimeout(UNTIL_READY)
        self._control, self.home, self._ready = control, home, False

    def stop(self):
        """End the process that workers are forked from, and the workers."""
        if self._control is None:
            return
        control, self._control = self._control, None
        if self._process is None:  # another host's
            control.close()
            scratch.remove(self.home)
        else:
            self._process.end()
            self._process = None

    @property
    def pid(self):
        """The id of the process that workers are forked from; None if another host started it."""
        return self._process and self._process.pid

    def handles(self, processors):
        """Return a `ServerHandle` for each of some hosts, on these processors unless None."""
        if self._control is None:
            self.start()
        return handles(self._control, self.home, processors)

    def attach(self, handle):
        """Take workers from the process that a handle leads to."""
        self._take(handle.control, handle.home)
        return self

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
        ours, theirs = socket.socketpair()
        try:
            if not self._ready:
                if self._answer() != b"ready":
                    raise ConnectionError(NONSENSE)
                self._ready = True
                self._control.settimeout(UNTIL_ANSWER)
            socket.send_fds(self._control, [b"fork"], [theirs.fileno()])
            pid = self._answer()
            if not pid.isdigit():
                raise ConnectionError(NONSENSE)
            return Process(int(pid), ours, partial(self._kill, self._control))
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()

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
