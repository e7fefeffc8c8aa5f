"""Let several hosts have workers from processes that are forked from one: it imports for all."""

from __future__ import annotations

import json
import os
import socket
from dataclasses import dataclass

from autograder.sandbox.worker import scratch


@dataclass(frozen=True)
class ServerHandle:
    """Where a host finds the workers of one process: a connection, and their folder."""

    control: socket.socket
    home: str


@dataclass(frozen=True)
class HostHandle:
    """Where a host finds all its workers.

    Attributes
    ----------
    processor : int or None
        The processor that they run on.
    places : dict of tuple to ServerHandle
        By what is forbidden.
    """

    processor: int | None
    places: dict[tuple[str, ...], ServerHandle]

    def close(self):
        """Hang up: the processes end."""
        for place in self.places.values():
            place.control.close()


def handles(control, home, processors):
    """Return a `ServerHandle` for each of some hosts; they need not wait until it is ready.

    Parameters
    ----------
    control : socket.socket
        The connection to the process that has imported, or will have.
    home : str
        Its folder, which it removes in the end; those of the hosts lie in it.
    processors : list of int or None
        On which processor each host and its workers are to run; None for any.
    """
    os.chmod(home, 0o711)  # workers may belong to another user
    pairs = [socket.socketpair() for _ in processors]
    found = [ServerHandle(ours, scratch.make(home)) for ours, _ in pairs]
    homes = [each.home for each in found]
    places = json.dumps(list(zip(processors, homes, strict=True)))
    descriptors = [theirs.fileno() for _, theirs in pairs]
    socket.send_fds(control, [f"zygotes {places}".encode()], descriptors)
    for _, theirs in pairs:
        theirs.close()
    return found
