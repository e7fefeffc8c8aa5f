"""The process that workers are forked from, as the host starts and ends it."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys

from autograder.sandbox.environment import environment
from autograder.sandbox.homes import Home

# Seconds in which it ends by itself, and leaves no worker.
UNTIL_GONE = 2


class _Begun:
    """What has a folder and a connection of its own from its beginning.

    Whoever inherits says in ``_begin(theirs, task)`` how it begins with its end of the connection.
    """

    def __init__(self, task):
        self._home = Home()
        self.home = self._home.path
        self.control, theirs = socket.socketpair()
        try:
            self._begin(theirs, task)
        except BaseException:
            self.control.close()
            self._home.remove()
            raise
        finally:
            theirs.close()


class ServerProcess(_Begun):
    """A process that imports the scientific stack; it gets ready while we go on.

    Parameters
    ----------
    task : dict
        What to import, which functions may be forbidden, which layers are wanted.

    Attributes
    ----------
    pid : int
        The process.
    control : socket.socket
        The connection to it.
    home : str
        The folder in which workers have theirs.

    Raises
    ------
    OSError
        If it cannot be started; then nothing is left.
    """

    def _begin(self, theirs, task):
        self._process = _started(theirs.fileno(), self.home, task)
        self.pid = self._process.pid

    def end(self):
        """End it and the workers, and remove its folder."""
        self.control.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(UNTIL_GONE)
        self._process.kill()
        self._process.wait()
        self._home.remove()


class ForkedProcess(_Begun):
    """As `ServerProcess`, forked from one that has imported what it may share with this one.

    If that has imported too much, or ends, so does this one.

    Parameters
    ----------
    other : ServerProcess
        What it is forked from, as soon as that is ready.
    task : dict
        As for `ServerProcess`.
    """

    pid = None  # nobody tells us

    def __init__(self, other, task):
        self._other = other
        super().__init__(task)

    def _begin(self, theirs, task):
        text = json.dumps([self.home, task]).encode()
        socket.send_fds(self._other.control, [b"become " + text], [theirs.fileno()])

    def end(self):
        """Let it end, with the workers, and remove its folder."""
        with contextlib.suppress(OSError):
            self.control.shutdown(socket.SHUT_WR)
            self.control.settimeout(UNTIL_GONE)
            while self.control.recv(64):
                pass  # until it has hung up
        self.control.close()
        self._home.remove()


def _started(fd, home, task):
    arguments = [str(fd), home, json.dumps(task)]
    return subprocess.Popen(
        [sys.executable, "-m", "autograder.sandbox.worker.fork_server", *arguments],
        pass_fds=[fd],
        env=environment(),
        cwd=home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
