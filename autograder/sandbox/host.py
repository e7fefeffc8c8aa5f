"""The trusted side: start workers, hand them submissions, call functions, believe only arrays."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from autograder.failures import GraderError
from autograder.sandbox import frames, isolation
from autograder.sandbox.perform import Reply
from autograder.subject import Subject

STATES = ("written", "stub", "missing")
KINDS = ("array", "object", "exception")


@dataclass(frozen=True)
class Limits:
    """Wall-clock limits in seconds, and how many broken calls end the calling.

    A worker that is late is ended and started anew; after `strikes` of these no call is made.
    """

    load: float = 30.0
    call: float = 10.0
    submission: float = 120.0
    strikes: int = 3


class Sandbox:
    """Starts workers from a process that has the scientific stack imported; a context manager."""

    def __init__(self, limits=None, layers=isolation.NAMES):
        self.limits = limits or Limits()
        self.layers = tuple(layers)
        self.home = None
        self._control = None
        self._process = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def start(self):
        """Start the process that workers are forked from; it gets ready while we go on."""
        ours, theirs = socket.socketpair()
        self.home = tempfile.mkdtemp(prefix="autograder-")
        arguments = [str(theirs.fileno()), self.home, *self.layers]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "autograder.sandbox.zygote", *arguments],
            pass_fds=[theirs.fileno()],
            env=environment(),
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()
        self._control = ours
        self._ready = False
        return self

    def stop(self):
        """End the process that workers are forked from."""
        if self._control is not None:
            self._control.close()
            self._process.kill()
            self._process.wait()
            self._control = None
            shutil.rmtree(self.home, ignore_errors=True)

    def open(self, source, suffix, functions, forbidden=()):
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
            Library functions that they may not call, as dotted names.

        Returns
        -------
        worker : Worker
            With one `Subject` for each function.
        """
        return Worker(self, source, suffix, tuple(functions), tuple(forbidden))

    def fork(self):
        """Return ``(pid, socket)`` of a new worker."""
        ours, theirs = socket.socketpair()
        try:
            self._wait_until_ready()
            socket.send_fds(self._control, [b"fork"], [theirs.fileno()])
            return int(self._answer()), ours
        except OSError as error:
            ours.close()
            raise GraderError(f"A worker could not be started: {error}") from error
        finally:
            theirs.close()

    def end(self, pid):
        """Kill a worker and whatever it started."""
        self._control.send(str(pid).encode())
        self._answer()

    def _wait_until_ready(self):
        if not self._ready:
            self._answer()
            self._ready = True

    def _answer(self):
        answer = self._control.recv(64)
        if not answer:
            raise GraderError("The process that starts workers has ended.")
        return answer


class Worker:
    """One submission in a process of its own.

    Attributes
    ----------
    subjects : dict of str to Subject
        The functions under test, for checks to call.
    problem : str
        The first error while it was loaded, or "".
    held : tuple of str
        The layers of isolation that it says it is in; `doctor` looks for itself.
    """

    def __init__(self, sandbox, source, suffix, functions, forbidden):
        self._sandbox = sandbox
        self._limits = sandbox.limits
        self._task = {"suffix": suffix, "functions": functions, "forbidden": forbidden}
        self._source = source
        self._end = time.monotonic() + self._limits.submission
        self._strikes = 0
        self._broken = ""
        self._pid = None
        states = self._start()
        self.subjects = {name: self._subject(name, states[name]) for name in functions}

    def close(self):
        """End the worker and remove its folder."""
        if self._pid is not None:
            self._socket.close()
            self._sandbox.end(self._pid)
            shutil.rmtree(self._folder, ignore_errors=True)
            self._pid = None

    def _subject(self, name, state):
        def perform(arguments):
            return self._perform(name, arguments)

        return Subject(name, perform, state, self.problem)

    def _start(self):
        """Start a process, load the submission, and return the state of each function."""
        self._folder = tempfile.mkdtemp(dir=self._sandbox.home)
        self._pid, self._socket = self._sandbox.fork()
        try:
            header = self._exchange(
                self._task | {"folder": self._folder}, self._source, self._limits.load
            )[0]
            self.problem = text_of(header, "problem")
            self.held = tuple(n for n in isolation.NAMES if n in header.get("held", ()))
            states = header.get("states")
            return {
                name: states[name] if states[name] in STATES else "missing"
                for name in self._task["functions"]
            }
        except TimeoutError:
            self.problem = f"It was not loaded after {self._limits.load:g} s."
            return self._all("late")
        except frames.Closed:
            self.problem = "It ended its own process while it was loaded."
        except (frames.BadFrame, KeyError, TypeError):
            self.problem = "It disturbed the process that runs it."
        return self._all("missing")

    def _all(self, state):
        """End a worker that did not load; return the same state for all functions."""
        self.close()
        return dict.fromkeys(self._task["functions"], state)

    def _perform(self, name, arguments):
        """Return the `Reply` of one call; a worker that is late or gone is a reply too."""
        if self._broken and self._strikes >= self._limits.strikes:
            return Reply("timeout", text=f"{self._broken} It was not called again.")
        if time.monotonic() > self._end:
            text = f"All calls together took over {self._limits.submission:g} s."
            return Reply("timeout", text=text)
        if self._pid is None:
            self._start()
        arguments = [in_native_order(argument) for argument in arguments]
        entries = [frames.describe_array(a) | {"bytes": a.nbytes} for a in arguments]
        body = b"".join(a.tobytes() for a in arguments)
        try:
            header, body = self._exchange(
                {"function": name, "arrays": entries}, body, self._limits.call
            )
            return reply_from(header, body)
        except TimeoutError:
            return self._strike("timeout", f"A call took longer than {self._limits.call:g} s.")
        except frames.Closed:
            return self._strike("died", "It ended its own process.")
        except frames.BadFrame as error:
            return self._strike("died", f"It disturbed the process that runs it: {error}.")

    def _strike(self, kind, text):
        self.close()
        self._strikes += 1
        self._broken = text
        return Reply(kind, text=text)

    def _exchange(self, header, body, seconds):
        """Send one frame and return header and body of its answer."""
        if self._pid is None:
            raise frames.Closed
        nonce = secrets.token_bytes(16)
        deadline = min(time.monotonic() + seconds, self._end)
        frames.send(self._socket, nonce, header, body, deadline)
        return frames.receive(self._socket, deadline, nonce)[1:]


def reply_from(header, body):
    """Return the `Reply` in a frame; BadFrame where any part of it is not as agreed."""
    kind = header.get("kind")
    if kind not in KINDS:
        raise frames.BadFrame("the kind of reply is unknown")
    changed = header.get("changed")
    if not isinstance(changed, list) or not all(i in range(4) for i in changed):
        raise frames.BadFrame("the list of changed arguments is none")
    return Reply(
        kind,
        frames.array_from(header, body) if kind == "array" else None,
        text_of(header, "text"),
        tuple(changed),
        header.get("shares_memory") is True,
        header.get("changed_earlier_result") is True,
        text_of(header, "forbidden"),
    )


def in_native_order(array):
    """Return an array in this machine's byte order, as every array crosses the pipe."""
    return array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("="))


def text_of(header, key):
    """Return a short text of a header, "" where it is something else."""
    value = header.get(key)
    return value[:1000] if isinstance(value, str) else ""


def environment():
    """Return the environment of workers: little, and nothing secret.

    Freed memory is filled with a pattern, so that a forgotten pixel shows.
    """
    package_home = str(Path(__file__).resolve().parents[2])
    return {
        "PATH": os.defpath,
        "HOME": str(Path.home()),
        "LANG": "C.UTF-8",
        "PYTHONPATH": package_home,
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "agg",
        "MALLOC_PERTURB_": "165",
        **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
        **{k: v for k, v in os.environ.items() if k in ("OPENBLAS_CORETYPE", "SYSTEMROOT")},
    }
