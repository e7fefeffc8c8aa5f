"""Let several hosts have workers from processes that are forked from one: it imports for all."""

from __future__ import annotations

import json
import os
import socket
from dataclasses import dataclass

from autograder.sandbox.worker import scratch


@dataclass(frozen=True)
class ServerHandle:
    """Where a host finds workers: a connection, their folder, and the processor they run on."""

    control: socket.socket
    home: str
    processor: int | None


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
    found = []
    pairs = [socket.socketpair() for _ in processors]
    for (ours, _), processor in zip(pairs, processors, strict=True):
        found.append(ServerHandle(ours, scratch.make(home), processor))
    places = json.dumps([(each.processor, each.home) for each in found])
    descriptors = [theirs.fileno() for _, theirs in pairs]
    socket.send_fds(control, [f"zygotes {places}".encode()], descriptors)
    for _, theirs in pairs:
        theirs.close()
    return found
