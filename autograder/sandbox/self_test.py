"""Look whether the isolation holds here: a canary tries what a submission must not do."""

from __future__ import annotations

import os
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder.authoring.failures import StudentFailure

CANARY = """
import ctypes, os, socket, subprocess, sys
import numpy as np

def succeeds(attempt):
    try:
        attempt()
    except BaseException:
        return np.zeros(1)
    return np.ones(1)

def reads_files(_):
    return succeeds(lambda: open({secret!r}).read())

def writes_files(_):
    return succeeds(lambda: open({secret!r} + '.new', 'w').write('x'))

def starts_programs(_):
    return succeeds(lambda: subprocess.run([sys.executable, '--version'], check=True))

def forks(_):
    def attempt():
        if os.fork() == 0:
            os._exit(0)
    return succeeds(attempt)

def connects(_):
    return succeeds(lambda: socket.create_connection(('127.0.0.1', {port}), 1))

def sends_datagrams(_):
    there = ('127.0.0.1', {port})
    return succeeds(lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', there))

def signals_others(_):
    return succeeds(lambda: os.kill({host}, 0))

def traces_others(_):
    def attempt():
        seize = 0x4206  # unlike attaching, it does not stop the other process
        if ctypes.CDLL(None).ptrace(seize, {host}, 0, 0) != 0:
            raise OSError
    return succeeds(attempt)
"""

ATTEMPTS = {
    "reads_files": "read files outside its own folder",
    "writes_files": "write files outside its own folder",
    "starts_programs": "start other programs",
    "forks": "start other processes",
    "connects": "open network connections",
    "sends_datagrams": "send network packets",
    "signals_others": "signal other processes",
    "traces_others": "look into other processes",
}


@dataclass(frozen=True)
class _Finding:
    """What one attempt of the canary came to."""

    attempt: str
    stopped: bool

    def __str__(self):
        return f"A submission {'cannot' if self.stopped else 'CAN'} {ATTEMPTS[self.attempt]}."


def examine(sandbox):
    """Return a `_Finding` for each thing that the canary tried.

    Parameters
    ----------
    sandbox : Sandbox
        The sandbox to look at; a worker of it runs the canary.
    """
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as server:
        secret = Path(folder) / "secret"
        secret.write_text("secret")
        source = CANARY.format(secret=str(secret), port=server.getsockname()[1], host=os.getpid())
        worker = sandbox.open(source.encode(), ".py", ATTEMPTS)
        try:
            return [_Finding(name, _stopped(worker.subjects[name])) for name in ATTEMPTS]
        finally:
            worker.close()


def _stopped(attempt):
    """Return whether an attempt of the canary came to nothing."""
    try:
        return not attempt(np.zeros(1)).any()
    except StudentFailure:
        return True
