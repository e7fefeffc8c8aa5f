"""One submission on its way to a process that grades it, and the key of what decides its result."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field

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
    """A submission's bytes, and all that a process needs to know to grade them.

    Attributes
    ----------
    student, exercise, suffix : str
        Whose it is, what for, and what kind of file.
    source : bytes
        The file as it was when this job was made.
    problem : str
        Why the file could not be read, or "".
    version : str
        The version of the exercise.
    terms : Terms
        Those of the class.
    """

    student: str
    exercise: str
    suffix: str
    source: bytes
    problem: str
    version: str
    terms: Terms

    @property
    def key(self):
        """What decides the result, as hexadecimal digits: the same key, the same result."""
        parts = [self.exercise, self.suffix, self.problem, self.version, self.terms.record()]
        header = json.dumps(parts, sort_keys=True).encode()
        return hashlib.sha256(header + b"\n" + self.source).hexdigest()
