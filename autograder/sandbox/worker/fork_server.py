"""A process that imports the scientific stack once, and then forks a worker in milliseconds.

It is started fresh, so that nothing of the host's is in its memory, and it never runs a student's
code itself. Run as ``python -m autograder.sandbox.worker.fork_server FD HOME TASK``: a socket to
the host, the folder in which workers have theirs, and as JSON what to import, what should not be
there, and which layers of isolation are wanted. NumPy is imported only when it is known what should
not be there. It can also fork others like itself, for other hosts, and others in which more should
not be there.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
from pathlib import Path

from autograder.sandbox.worker import hidden_files, isolation, process, scratch
from autograder.sandbox.worker.preparing import made_ready

# A request for other zygotes names a folder for each.
LONGEST_MESSAGE, MOST_FDS = 1 << 16, 64


def main():
    """Import what workers need, and serve the host."""
    fd, home, task = sys.argv[1:]
    task = json.loads(task)
    _ForkServer(socket.socket(fileno=int(fd)), home, made_ready(task), task["layers"]).run()


class _ForkServer:
    """Serves one host.

    Parameters
    ----------
    control : socket.socket
        The connection to the host.
    home : str
        The folder in which workers have theirs.
    absence : Absence
        What should not be there.
    names : list of str
        The layers of isolation that are wanted. They are prepared for the first worker: a process
        that others are forked from stays outside of them.
    """

    def __init__(self, control, home, absence, names):
        self._control, self._home, self._absence, self._names = control, home, absence, names
        self._layers = None
        self._workers, self._others = set(), set()

    def run(self):
        """Serve until the host hangs up, however it ends; then leave no worker and no folder."""
        with contextlib.suppress(ConnectionError):
            self._control.send(b"ready")
            while self._answer():
                pass
        for pid in self._workers:
            _kill(pid)
        for pid in self._others:  # their hosts hang up when ours does
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)
        scratch.remove(self._home)
        os._exit(0)  # what IPython would do at exit needs the folder

    def _answer(self):
        """Do what the next message of the host's asks for; return whether there was one."""
        message, fds, _, _ = socket.recv_fds(self._control, LONGEST_MESSAGE, MOST_FDS)
        kind, _, rest = message.partition(b" ")
        if kind == b"zygotes":
            for fd, (processor, home) in zip(fds, json.loads(rest), strict=True):
                not_its_own = [each for each in fds if each != fd]
                self._others.add(self._fork_server(fd, not_its_own, processor, home))
            _close(fds)
        elif kind == b"become":
            home, task = json.loads(rest)
            self._others.add(self._fork_server(*fds, [], None, home, task))
            _close(fds)
        elif kind == b"fork":
            pid = self._fork_worker(*fds)
            _close(fds)
            self._control.send(b"no process" if pid is None else str(pid).encode())
        elif kind == b"end":
            self._end(int(rest))
            self._control.send(b"ended")
        return bool(message)

    def _fork_server(self, fd, not_its_own, processor, home, task=None):
        """Fork a process like this one for another host, on one processor if that is given.

        It must not hold the connections of others: its workers would have them, too. With a task of
        its own it takes out of what is here what should not be there.
        """
        if pid := os.fork():
            return pid
        try:
            self._control.close()
            _close(not_its_own)
            os.setsid()
            os.chdir(home)
            process.adopt_orphans()
            if processor is not None:
                os.sched_setaffinity(0, {processor})
            absence, names = self._absence, self._names
            if task is not None:
                process.die_with_parent()  # its host cannot end it otherwise
                absence, names = made_ready(task, absence), task["layers"]
            _ForkServer(socket.socket(fileno=fd), home, absence, names).run()
        finally:
            os._exit(1)

    def _fork_worker(self, sock):
        """Fork a worker that serves one socket behind the layers.

        Return its id; None if there can be no more processes now.
        """
        if self._layers is None:
            files = frozenset(self._absence.files)
            self._layers = isolation.prepare(self._names, self._home, files)
            if not any(layer.name == "files" for layer in self._layers):
                hidden_files.ids_of(files)
        from autograder.sandbox.worker.serve import serve

        try:
            pid = os.fork()
        except OSError:  # neighbours have taken all processes that there may be
            return None
        if pid:
            self._workers.add(pid)
            return pid
        status = 1
        try:
            self._control.close()
            os.setsid()
            process.limit_this_process()
            serve(socket.socket(fileno=sock), self._absence, self._layers)
        except BaseException:  # noqa: BLE001 - the worker ends here, whatever ended it
            status = 0
        finally:
            os._exit(status)

    def _end(self, pid):
        """Kill a worker, and whatever it left behind: our children that are not workers."""
        if pid in self._workers:
            self._workers.discard(pid)
            _kill(pid)
            while orphans := _children() - self._workers - self._others:
                for orphan in orphans:
                    _kill(orphan)


def _close(fds):
    """Close what was sent to us and is now with a child."""
    for fd in fds:
        os.close(fd)


def _kill(pid):
    """Kill a child of ours with its group, and wait until it is gone."""
    for send in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            send(pid, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, 0)


def _children():
    """Return the process ids of our children, if the platform tells."""
    path = Path(f"/proc/self/task/{os.getpid()}/children")
    try:
        return {int(pid) for pid in path.read_text().split()}
    except OSError:
        return set()


if __name__ == "__main__":
    main()
