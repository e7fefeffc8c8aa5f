"""A process that imports the scientific stack once, and then forks a worker in milliseconds.

It is started fresh, so that nothing of the host's is in its memory, and it never runs a student's
code itself. Run as ``python -m autograder.sandbox.zygote FD HOME LAYER...``: a socket
to the host, the folder in which workers have theirs, and the layers of isolation that are wanted.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import socket
import sys
from pathlib import Path

from autograder.forbidden import ALL
from autograder.sandbox import isolation, limits
from autograder.sandbox.shell import shell
from autograder.sandbox.tripwires import set_wires
from autograder.sandbox.worker import serve

# What students use, and what of the kit they may import.
STACK = (
    "autograder.figures",
    "autograder.images",
    "autograder.kernels",
    "matplotlib.pyplot",
    "numpy",
    "scipy.ndimage",
    "scipy.signal",
    "skimage.filters",
    "skimage.measure",
    "skimage.morphology",
    "skimage.segmentation",
    "skimage.util",
)


def main():
    """Serve forks until the host hangs up."""
    fd, home, *names = sys.argv[1:]
    control = socket.socket(fileno=int(fd))
    wires = prepare()
    layers = isolation.prepare(names, home)
    control.send(b"ready")
    while True:
        message, fds, _, _ = socket.recv_fds(control, 64, 1)
        if not message:
            return
        if message == b"fork":
            control.send(str(fork(control, fds[0], wires, layers)).encode())
        else:
            end(int(message))
            control.send(b"ended")


def prepare():
    """Import the stack, set the tripwires and make the shell; return the `Wires`."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limits.adopt_orphans()
    for name in STACK:
        importlib.import_module(name)
    shell()
    leave_the_repository()
    return set_wires(ALL)


def leave_the_repository():
    """Take the folder that holds the package off the path, unless it is one of installed packages.

    In a checkout that folder also holds the solutions.
    """
    home = Path(__file__).resolve().parents[2]
    if home.name not in ("site-packages", "dist-packages"):
        sys.path[:] = [p for p in sys.path if p and Path(p).resolve() != home]


def fork(control, fd, wires, layers):
    """Fork a worker that serves the socket `fd` behind the layers; return its process id."""
    pid = os.fork()
    if pid:
        os.close(fd)
        return pid
    status = 1
    try:
        control.close()
        os.setsid()
        limits.limit_this_process()
        serve(socket.socket(fileno=fd), wires, layers)
    except BaseException:  # noqa: BLE001 - the worker ends here, whatever ended it
        status = 0
    finally:
        os._exit(status)


def end(pid):
    """Kill a worker, and whatever it left behind."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
