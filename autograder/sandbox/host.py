"""The trusted side: start workers and end them; see `client` for what they are then asked."""

from __future__ import annotations

import contextlib
import os
import socket

from autograder.authoring.failures import NoSandbox
from autograder.sandbox.environment import task_for
from autograder.sandbox.handles import HostHandle
from autograder.sandbox.limits import Limits
from autograder.sandbox.server import Server
from autograder.sandbox.worker import isolation

CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")


class Sandbox:
    """Starts workers, for exercises that forbid the same from the same process; a context manager.

    Parameters
    ----------
    limits : Limits, optional
        How long a submission may take.
    layers : iterable of str
        The layers of isolation that are wanted.
    only : bytes, optional
        The one file that will be opened, if there is but one: what it does not mention is not
        imported beforehand, and the first worker is ready sooner.
    of_all : bytes, optional
        All files that will be opened, one after the other, if they are known: what none of them
        mentions need not be imported beforehand.

    Attributes
    ----------
    hurries : bool
        Whether `TookLong` is raised for a submission that would keep others waiting.
    """

    hurries = False

    def __init__(self, limits=None, layers=isolation.NAMES, only=None, of_all=None):
        self.limits = limits or Limits()
        self._layers, self._only, self._of_all = tuple(layers), only, of_all
        self._servers = {}

    def __enter__(self):
        require_fork()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self, *forbidden):
        """Start processes that workers are forked from; they get ready while we go on.

        Others are started when they are first needed.

        Parameters
        ----------
        *forbidden : iterable of str
            What exercises forbid: for each that forbids something else there is a process.

        Raises
        ------
        NoSandbox
            On a system that cannot fork, such as Windows.
        """
        require_fork()
        for each in forbidden:
            self.server(each)
        return self

    def server(self, forbidden=()):
        """Return the `Server` for exercises that forbid these functions."""
        forbidden = tuple(forbidden)
        if forbidden not in self._servers:
            task = task_for(forbidden, self._only, self._of_all) | {"layers": self._layers}
            self._servers[forbidden] = server = Server(self.limits, task)
            with contextlib.suppress(OSError):  # that is tried again for the first worker
                server.start(self._servers.get(()) if self._may_share(forbidden) else None)
        return self._servers[forbidden]

    def _may_share(self, forbidden):
        """Return whether what forbids nothing can have been imported before this is forbidden.

        Functions are taken out of modules that are there. Modules must not have been there.
        """
        return self._only is None and not any(name.endswith(".*") for name in forbidden)

    def stop(self):
        """End the processes that workers are forked from, and the workers."""
        for server in reversed(self._servers.values()):  # those first that are forked from others
            server.stop()
        self._servers = {}

    def handles(self, processors):
        """Return a `HostHandle` for each of some hosts, on these processors unless None."""
        found = [HostHandle(processor, {}) for processor in processors]
        for forbidden, server in self._servers.items():
            for handle, place in zip(found, server.handles(processors), strict=True):
                handle.places[forbidden] = place
        return found

    def attach(self, handle):
        """Take workers from the processes that a handle leads to."""
        for forbidden, place in handle.places.items():
            task = task_for(forbidden) | {"layers": self._layers}
            self._servers[forbidden] = Server(self.limits, task).attach(place)
        return self

    def open(self, source, suffix, functions, forbidden=(), helpers=(), seconds=None):
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
            Library functions and modules that they may not use, as `authoring.forbidden` has them.
        helpers : iterable of (str, bytes)
            Modules that lie beside it: for each its path from there, and what it holds.
        seconds : float, optional
            How long loading and calls may take together, if less than the limit.

        Returns
        -------
        worker : WorkerClient
            With one `StudentFunction` for each function.
        """
        from autograder.sandbox.client import WorkerClient  # needs NumPy, while workers get ready

        server = self.server(forbidden)
        functions, helpers = tuple(functions), tuple(helpers)
        return WorkerClient(server, source, suffix, functions, helpers, self.hurries, seconds)


def require_fork():
    """Raise `NoSandbox` if no worker could be forked."""
    if not CAN_FORK:
        raise NoSandbox(
            "On this system, submissions cannot run apart from the grader. Grade on Linux or "
            "macOS, in a container, or in the Windows Subsystem for Linux."
        )
