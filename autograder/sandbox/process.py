"""A worker's process as the host holds it: its id, and the socket that leads there."""

from __future__ import annotations


class Process:
    """A forked process: its id, and the socket for frames.

    Parameters
    ----------
    pid : int
        The process.
    socket : socket.socket
        Our end.
    kill : callable
        Takes the process id; kills the process and whatever it started.
    """

    def __init__(self, pid, socket, kill):
        self.pid = pid
        self.socket = socket
        self._kill = kill

    def end(self):
        """Kill the process and whatever it started, and hang up."""
        self._kill(self.pid)
        self.socket.close()
