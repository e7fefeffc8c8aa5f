"""From a submission to the job of grading it, and from a job to the record that it leaves."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import CancelledError
from dataclasses import asdict, dataclass, field

from autograder.authoring.origins import brought
from autograder.authoring.source import Source
from autograder.grading.fingerprint import exercise_version
from autograder.grading.retrying import LOST, Stopped
from autograder.sandbox.limits import Limits


class Refused(Exception):
    """A process would not grade as it was asked to; the message says why."""


@dataclass(frozen=True)
class Terms:
    """The terms on which a whole class is graded.

    Attributes
    ----------
    seed : int or str
        The course's seed.
    limits : Limits
        How long a submission may take.
    isolated : bool
        Whether it was made sure that submissions are isolated fully.
    """

    seed: int | str
    limits: Limits = field(default_factory=Limits)
    isolated: bool = False

    def record(self):
        """Return the terms as they stand in a file."""
        return {"seed": str(self.seed), "limits": asdict(self.limits), "isolated": self.isolated}

    @classmethod
    def from_record(cls, record):
        """Return the terms that a record holds; KeyError or TypeError if it holds none."""
        return cls(record["seed"], Limits(**record["limits"]), record["isolated"])


@dataclass(frozen=True, eq=False)
class Job:
    """A submission on its way to a process that grades it, with all that this has to know.

    Attributes
    ----------
    student, exercise : str
        Whose it is, and what for.
    source : Source
        The file as it was when this job was made.
    version : str
        The version of the exercise.
    terms : Terms
        Those of the class.
    exercises : tuple
        What `authoring.origins.bring` takes, so that the process has the exercise.
    may_take_long : bool
        Whether nobody else is kept waiting by it.
    """

    student: str
    exercise: str
    source: Source
    version: str
    terms: Terms
    exercises: tuple = ((), None)
    may_take_long: bool = False

    @property
    def key(self):
        """What decides the result; see `result_key`."""
        return _key(self.exercise, self.source.digest, self.version, self.terms)


def job_of(submission, terms):
    """Return the `Job` of grading a submission, which is read for it."""
    name = submission.exercise
    version = exercise_version(name)
    return Job(submission.student, name, submission.read(), version, terms, brought())


def result_key(submission, terms):
    """Return what decides the result of a submission: the same key, the same result.

    It is as hexadecimal digits the digest of the file, the exercise's version, and the terms. The
    file is read only if its digest is not known yet.
    """
    name = submission.exercise
    return _key(name, submission.digest, exercise_version(name), terms)


def _key(exercise, digest, version, terms):
    parts = [exercise, digest, version, terms.record()]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def result_of(job, future):
    """Return the record that a finished job holds; a job that broke down is a fault of the kit.

    Raises
    ------
    Stopped
        If the next job would break down for the same reason.
    """
    try:
        return future.result()
    except Refused as error:
        raise Stopped(str(error)) from error
    except CancelledError as error:
        raise Stopped(LOST) from error
    except Exception as error:  # noqa: BLE001 - one broken job must not stop the class
        text = f"The grader failed on this submission: {error!r}"
        return not_run(job, "grader_error", text)


def not_run(work, status="not_run", message=""):
    """Return the record of a submission, or of the job of grading it, that has not been run."""
    from autograder.exercises import load_exercise
    from autograder.judging.grade import without_running

    return without_running(load_exercise(work.exercise), work.student, status, message)
