"""A worker's process as the host holds it: its id, and the two sockets that lead there."""

from __future__ import annotations

import contextlib

from autograder.sandbox.worker.frames import BadFrame


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
                    raise BadFrame("it closed a connection that is not its own")
                came += part
        return came

    def end(self):
        """Kill the process and whatever it started, and hang up."""
        self._kill(self.pid)
        self.socket.close()
        self._reports.close()
