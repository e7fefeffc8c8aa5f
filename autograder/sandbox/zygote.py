"""A process that imports the scientific stack once, and then forks a worker in milliseconds.

It is started fresh, so that nothing of the host's is in its memory, and it never runs a student's
code itself. Run as ``python -m autograder.sandbox.zygote FD HOME TASK``: a socket to the host, the
folder in which workers have theirs, and as JSON what to import, which functions may be forbidden,
and which layers of isolation are wanted.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import sys
from pathlib import Path

from autograder.sandbox import isolation, limits, scratch
from autograder.sandbox.alarms import Alarms
from autograder.sandbox.shell import shell
from autograder.sandbox.worker import serve


def main():
    """Serve forks until the host hangs up, however it ends; then leave no worker and no folder."""
    fd, home, task = sys.argv[1:]
    control = socket.socket(fileno=int(fd))
    task = json.loads(task)
    alarms = prepare(task["stack"], task["forbidden"])
    layers = isolation.prepare(task["layers"], home, alarms.files)
    gc.collect()
    gc.freeze()  # so that collecting garbage leaves in place what workers share with us
    workers = set()
    with contextlib.suppress(ConnectionError):
        control.send(b"ready")
        while answer(control, workers, alarms, layers):
            pass
    for pid in workers:
        kill(pid)
    scratch.remove(home)
    os._exit(0)  # what IPython would do at exit needs the folder


def answer(control, workers, alarms, layers):
    """Do what the next message of the host's asks for; return whether there was one."""
    message, fds, _, _ = socket.recv_fds(control, 64, 2)
    if message == b"fork":
        workers.add(pid := fork(control, fds, alarms, layers))
        control.send(str(pid).encode())
    elif message:
        end(int(message), workers)
        control.send(b"ended")
    return bool(message)


def prepare(stack, forbidden):
    """Import the stack, find the forbidden functions and make the shell; return the `Alarms`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limits.adopt_orphans()
    for name in stack:
        importlib.import_module(name)
    shell()
    leave_the_repository()
    return Alarms(forbidden)


def leave_the_repository():
    """Take the folder that holds the package off the path, unless it is one of installed packages.

    In a checkout that folder also holds the solutions.
    """
    home = Path(__file__).resolve().parents[2]
    if home.name not in ("site-packages", "dist-packages"):
        sys.path[:] = [p for p in sys.path if p and Path(p).resolve() != home]


def fork(control, fds, alarms, layers):
    """Fork a worker that serves the first socket behind the layers and reports to the second."""
    pid = os.fork()
    if pid:
        for fd in fds:
            os.close(fd)
        return pid
    status = 1
    try:
        control.close()
        os.setsid()
        limits.limit_this_process()
        sock, reports = fds
        os.dup2(reports, limits.REPORTS)
        os.close(reports)
        os.set_blocking(limits.REPORTS, False)
        serve(socket.socket(fileno=sock), alarms, layers)
    except BaseException:  # noqa: BLE001 - the worker ends here, whatever ended it
        status = 0
    finally:
        os._exit(status)


def end(pid, workers):
    """Kill a worker, and whatever it left behind: our children that are no workers."""
    if pid in workers:
        workers.discard(pid)
        kill(pid)
        while orphans := children() - workers:
            for orphan in orphans:
                kill(orphan)


def kill(pid):
    """Kill a child of ours with its group, and wait until it is gone."""
    for send in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            send(pid, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, 0)


def children():
    """Return the process ids of our children, where the platform tells."""
    path = Path(f"/proc/self/task/{os.getpid()}/children")
    try:
        return {int(pid) for pid in path.read_text().split()}
    except OSError:
        return set()


if __name__ == "__main__":
    main()
