"""Look whether the isolation holds here: a canary tries what a submission must not do."""

from __future__ import annotations

import os
import secrets
import socket
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder.authoring.failures import StudentFailure
from autograder.sandbox.canary import ABOUT_FILES, ATTEMPTS, SOURCE
from autograder.sandbox.host import Sandbox

NEIGHBOUR = "open({name!r}, 'w').write('secret')\n"


@dataclass(frozen=True)
class _Finding:
    """What one attempt of the canary came to."""

    attempt: str
    stopped: bool

    @property
    def endangers_grades(self):
        """Whether a submission could learn the seed by it, or choose a grade."""
        return not self.stopped and self.attempt in ABOUT_FILES

    def __str__(self):
        return f"A submission {'cannot' if self.stopped else 'CAN'} {ATTEMPTS[self.attempt]}."


def examine(sandbox):
    """Return a `_Finding` for each thing that the canary tried.

    Parameters
    ----------
    sandbox : Sandbox
        The sandbox to look at; a worker of it runs the canary, beside another one.
    """
    neighbours = f"secret-{secrets.token_hex(8)}"
    neighbour = sandbox.open(NEIGHBOUR.format(name=neighbours).encode(), ".py", ())
    try:
        with _bait() as bait:
            bait |= {"neighbours": neighbours, "home": str(sandbox.server().home)}
            worker = sandbox.open(SOURCE.format(**bait).encode(), ".py", ATTEMPTS)
            try:
                return [_Finding(name, _stopped(worker.subjects[name])) for name in ATTEMPTS]
            finally:
                worker.close()
    finally:
        neighbour.close()


@dataclass(frozen=True)
class Gaps:
    """What submissions can do on this machine though they should not.

    Attributes
    ----------
    text : str
        That in sentences, or "".
    endanger_grades : bool
        Whether they could learn the seed or choose a grade.
    """

    text: str
    endanger_grades: bool


def gaps_here():
    """Return the `Gaps` of a sandbox that is started for this."""
    found = [finding for finding in findings_here() if not finding.stopped]
    return Gaps(" ".join(map(str, found)), any(each.endangers_grades for each in found))


def findings_here():
    """Return what the canary found in a sandbox that is started for this."""
    with Sandbox(only=b"") as sandbox:  # with nothing imported that the canary does not need
        return examine(sandbox)


@contextmanager
def _bait():
    """Lay out what a submission must not reach: files, private and public, and a server."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as server:
        private, public = Path(folder, "private"), Path(folder, "public")
        os.chmod(folder, 0o755)
        private.mkdir(0o700)
        public.mkdir()
        public.chmod(0o777)
        secret, ledger = private / "secret", public / "ledger"
        for path in (secret, ledger):
            path.write_text("secret")
        ledger.chmod(0o644)
        paths = {"secret": str(secret), "ledger": str(ledger), "public": str(public)}
        yield {**paths, "port": server.getsockname()[1], "host": os.getpid()}


def _stopped(attempt):
    """Return whether an attempt of the canary came to nothing."""
    try:
        return not attempt(np.zeros(1)).any()
    except StudentFailure:
        return True
