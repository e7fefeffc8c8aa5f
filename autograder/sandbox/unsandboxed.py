"""No sandbox: a student's own file, run in this very process, if no worker can be forked."""

from __future__ import annotations

import math
from functools import partial
from tempfile import TemporaryDirectory

from autograder.sandbox.student_function import StudentFunction
from autograder.sandbox.worker.beside import put_beside
from autograder.sandbox.worker.caller import Caller
from autograder.sandbox.worker.errors import FILENAME
from autograder.sandbox.worker.loading import load
from autograder.sandbox.worker.tripwires import set_wires

SENTENCE = (
    "On this system your file runs without a sandbox and without time limits; Ctrl-C ends it."
)


class Unsandboxed:
    """Stands in for `Sandbox` when students check their own files; a context manager.

    It protects nothing and so decides no grade: `LocalPool` does not know it.
    """

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def open(self, source, suffix, functions, forbidden=(), helpers=(), seconds=None):
        """Load a file in this process; see `Sandbox.open`."""
        return _UnsandboxedClient(source, suffix, functions, forbidden, helpers)


class _UnsandboxedClient:
    """A file in this very process, with the interface of `WorkerClient`."""

    seconds_left = math.inf

    def __init__(self, source, suffix, functions, forbidden, helpers):
        self._beside = TemporaryDirectory(ignore_cleanup_errors=True)
        put_beside(self._beside.name, helpers)
        loaded = load(source, suffix, functions)
        self.problems = tuple(loaded.problems)
        wires = set_wires(forbidden)
        wires.forbid(forbidden)
        caller = Caller(loaded.namespace, FILENAME, wires, let_through=(KeyboardInterrupt,))
        self.subjects = {
            name: StudentFunction(
                name,
                partial(caller.call, name),
                caller.state(name),
                self.problems,
                loaded.remarks.get(name, ""),
            )
            for name in functions
        }

    def ask_ahead(self, names, count, request):
        """Foresee nothing: calls cost little here."""

    def ask_again(self, questions):
        """Ask nothing: no answer is known here."""
        return iter(())

    def record_in(self, transcript):
        """Keep nothing: calls in this process cannot be made again later."""

    def close(self):
        """Leave everything as it is."""
