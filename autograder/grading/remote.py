"""What crosses between this process and the workers of a cluster: JSON, signed with a run's key.

A pickle is a program. Ours go to the workers, which trust us; none of theirs is opened here.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import sys
import threading
from contextlib import contextmanager

from autograder.authoring.origins import bring
from autograder.grading.grader import fault_here, gaps, grade_job
from autograder.grading.jobs import Refused

# What Dask itself sends for bytes and text. Nothing of it does anything.
HARMLESS = frozenset(("builtins", name) for name in ("bytes", "bytearray", "str", "int", "dict"))


class BadAnswer(Exception):
    """An answer is not signed with the key of this run, or is not what was asked for."""


def unfit(key, unsafe, libraries, versions, terms, exercises=((), None)):
    """Return why a worker would not grade as it should, or "", signed; see `fault_here`.

    The exercises are what `authoring.origins.bring` takes.
    """
    bring(*exercises)
    return _signed(key, "fit", {"fault": _fault(unsafe, libraries, versions, terms)})


def fitness_from(key, answer):
    """Return the reason that `unfit` gave; BadAnswer if it is none."""
    fault = _opened(key, "fit", answer).get("fault")
    if not isinstance(fault, str):
        raise BadAnswer("a worker does not say whether it is fit to grade")
    return fault


def _fault(unsafe, libraries, versions, terms):
    fault = fault_here(libraries, versions, terms)
    endangered = not (fault or unsafe) and gaps(terms.limits).endanger_grades
    return gaps(terms.limits).text if endangered else fault


def graded(key, name, unsafe, job):
    """Return the signed record of a job, or why there is none.

    Parameters
    ----------
    key : bytes
        The key of the run.
    name : str
        What this answer is an answer to, and no other is.
    unsafe : bool
        Whether to grade even if grades are in danger.
    job : Job
        The job.
    """
    try:
        if fault := _fault(unsafe, {}, {}, job.terms):
            raise Refused(f"A process that should grade cannot: {fault}")
        return _signed(key, name, {"record": grade_job(job)})
    except Refused as error:
        return _signed(key, name, {"refused": str(error)})
    except Exception as error:  # noqa: BLE001 - an exception would travel as a pickle
        return _signed(key, name, {"fault": repr(error)})


def record_from(key, name, job, answer):
    """Return the record in an answer.

    Raises
    ------
    Refused
        If the worker would not grade.
    BadAnswer
        If it is not signed, or is about something else.
    """
    found = _opened(key, name, answer)
    if "refused" in found:
        raise Refused(str(found["refused"]))
    record = found.get("record")
    if not isinstance(record, dict):
        raise BadAnswer(f"a worker failed: {found.get('fault')}")
    if (record.get("student"), record.get("exercise")) != (job.student, job.exercise):
        raise BadAnswer("a worker answered for another submission")
    return record


def _signed(key, name, content):
    body = json.dumps(content).encode()
    return _digest(key, name, body) + body


def _opened(key, name, answer):
    size = hashlib.sha256().digest_size
    if not isinstance(answer, bytes):
        raise BadAnswer("an answer is not in bytes")
    if not hmac.compare_digest(_digest(key, name, answer[size:]), answer[:size]):
        raise BadAnswer("an answer is not signed with the key of this run")
    return json.loads(answer[size:])


def _digest(key, name, body):
    return hmac.digest(key, name.encode() + b"\0" + body, "sha256")


class _Guard:
    """An audit hook, which cannot be taken off again, and so is switched on and off."""

    def __init__(self):
        self._on = 0
        self._lock = threading.Lock()
        self._is_added = False
        self.refused = ""

    def __call__(self, event, arguments):
        if self._on and event == "pickle.find_class" and tuple(arguments) not in HARMLESS:
            self.refused = ".".join(map(str, arguments))
            raise PermissionError(f"A pickle asks for {self.refused}; none is opened here.")

    @contextmanager
    def on(self):
        """Refuse every pickle that could do something while the context lasts."""
        with self._lock:
            if not self._is_added:
                sys.addaudithook(self)
                self._is_added = True
            self._on += 1
        self.refused = ""
        try:
            yield self
        finally:
            with self._lock:
                self._on -= 1


no_pickles = _Guard()
