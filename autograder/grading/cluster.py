"""Grade on the workers of a Dask cluster instead of this machine's processors.

What travels there are submissions and the course's seed, what comes back are result records; see
`remote` for how. Beyond one machine both go through TLS, with certificates of the run.
"""

from __future__ import annotations

import logging
import math
import secrets
import socket
import time
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from functools import partial

try:
    from distributed import Client
    from distributed.comm import get_address_host_port
except ImportError:
    Client = None

from autograder.authoring.origins import brought
from autograder.grading.fingerprint import exercise_version, installed
from autograder.grading.remote import (
    BadAnswer,
    fitness_from,
    graded,
    no_pickles,
    record_from,
    unfit,
)
from autograder.grading.retrying import LOST, Stopped
from autograder.grading.tls import require_tls, security_for

# Seconds in which a scheduler answers, in which there is a worker again after the last is gone, and
# between two questions how many there are.
UNTIL_CONNECTED = 10
UNTIL_WORKERS = 60
BETWEEN_QUESTIONS = 2


class Cluster:
    """Hands jobs to the workers of a Dask scheduler; a context manager.

    A job whose worker vanishes is done by another one. Nothing is handed out before every worker
    was found to have the same checks and libraries as this process.

    Parameters
    ----------
    address : str
        Where the scheduler is, such as ``"tcp://host:8786"``.
    exercises : iterable of str
        What to grade.
    terms : Terms
        On which terms.
    certificates : Path or None
        The folder with the certificates of the run; it is needed beyond one machine.
    unsafe : bool
        Whether to grade even if submissions can read or write files.
    """

    def __init__(self, address, exercises, terms, certificates=None, *, unsafe=False):
        self._address, self._exercises, self._terms = address, sorted(set(exercises)), terms
        self._certificates, self._unsafe = certificates, unsafe
        self._key = secrets.token_bytes(32)
        self._client, self._guards = None, ExitStack()
        self._asked, self._seen, self._workers = -math.inf, time.monotonic(), 0

    def __enter__(self):
        if Client is None:
            raise Stopped("Grading on a cluster needs the extra 'cluster' of the kit.")
        logging.disable()  # a sentence says what happens to the connection
        try:
            self._guard = self._guards.enter_context(no_pickles.on())
            self._client = _connected(self._address, self._certificates)
            self._wait_for_workers()
            self._refuse_unfit_workers()
        except BaseException:
            self.__exit__()
            raise
        self._executor = self._client.get_executor(pure=False)
        return self

    def __exit__(self, *_):
        if self._client is not None:
            self._client.close()
        self._guards.close()
        logging.disable(logging.NOTSET)

    @property
    def width(self):
        """How many jobs are worked on at a time: each worker process grades one.

        Raises
        ------
        Stopped
            If there has been no worker for some time.
        """
        if self._guard.refused:
            raise Stopped(
                f"The cluster sent something that would run {self._guard.refused} here. It was not "
                "opened. Find out who can reach that cluster."
            )
        now = time.monotonic()
        if now - self._asked > BETWEEN_QUESTIONS:
            with _connection():
                self._asked, self._workers = now, len(self._client.nthreads())
        if self._workers:
            self._seen = now
        elif now - self._seen > UNTIL_WORKERS:
            raise Stopped(f"The cluster at {self._address} has had no worker for a minute.")
        return self._workers

    @property
    def room(self):
        """How many jobs to hand out at a time: no worker is to wait for the network."""
        return max(2 * self.width, 1)

    def submit(self, job):
        """Return the future of a job's result."""
        name, record = secrets.token_hex(16), Future()
        with _connection():
            answer = self._executor.submit(graded, self._key, name, self._unsafe, job)
        answer.add_done_callback(partial(self._open, name, job, record))
        return record

    def _open(self, name, job, record, answer):
        """Give a future the record that is in an answer, or what went wrong."""
        if answer.cancelled():
            record.cancel()
            record.set_running_or_notify_cancel()
            return
        try:
            record.set_result(record_from(self._key, name, job, answer.result()))
        except Exception as error:  # noqa: BLE001 - it goes to whoever waits
            record.set_exception(error)

    def _wait_for_workers(self):
        try:
            self._client.wait_for_workers(1, timeout=UNTIL_WORKERS)
        except TimeoutError as error:
            raise Stopped(f"The cluster at {self._address} has no workers.") from error

    def _refuse_unfit_workers(self):
        versions = {name: exercise_version(name) for name in self._exercises}
        wanted = (self._key, self._unsafe, installed(), versions, self._terms, brought())
        found = self._client.run(unfit, *wanted, on_error="return")
        for worker, answer in sorted(found.items()):
            require_tls(worker)
            try:
                fault = fitness_from(self._key, answer)
            except BadAnswer as error:
                fault = f"it cannot run the kit ({error})."
            if fault:
                raise Stopped(f"The worker {worker} of the cluster cannot grade: {fault}")
        require_tls(self._client.scheduler_info()["address"])


@contextmanager
def _connection():
    """Let whatever goes wrong in here be the loss of the scheduler."""
    try:
        yield
    except Exception as error:
        raise Stopped(LOST) from error


def _connected(address, certificates):
    """Return a client of the scheduler at this address; Stopped if there is none."""
    security = security_for(address, certificates)
    try:
        host, port = get_address_host_port(address, strict=True)
        socket.create_connection((host, port), UNTIL_CONNECTED).close()
        require_tls(address)
        return Client(address, security=security, timeout=UNTIL_CONNECTED, set_as_default=False)
    except Stopped:
        raise
    except Exception as error:
        reason = getattr(error, "strerror", None) or error
        raise Stopped(f"There is no Dask scheduler at {address}: {reason}.") from error
