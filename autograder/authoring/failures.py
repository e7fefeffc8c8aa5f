"""What can go wrong with a student's function, as exceptions that carry data.

Each knows its status (a word of the result record) and says, as ``str(failure)``, the one or two
sentences that a student reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


class StudentFailure(Exception):
    """A check found something to tell the student; `status` is the word for the record."""

    status = "failed"


class NotWritten(StudentFailure):
    """The function is missing, or still is the stub."""

    status = "not_written"


class Crashed(StudentFailure):
    """The function raised an exception, or took its process down."""

    status = "crashed"


class TimedOut(StudentFailure):
    """A call took longer than its limit."""

    status = "timed_out"


class BrokeARule(StudentFailure):
    """The answer may be right, but the way to it is not allowed (a forbidden library call)."""


class NoSandbox(Exception):
    """Nothing here can run submissions in processes of their own; the message says so."""


@dataclass
class WrongResult(StudentFailure):
    """A result that breaks a rule.

    Attributes
    ----------
    rule, seen : str
        What should hold, and what was found instead.
    expected, actual : ndarray or None
        Arrays to show side by side, if there are any.
    where : tuple of int or None
        Index of the first wrong pixel in both.
    about : {"values", "shape", "dtype", "arguments", "memory"}
        What is wrong: pixels of the result, its shape or dtype, what became of the arguments, or
        of an earlier result.
    """

    rule: str
    seen: str
    expected: np.ndarray | None = None
    actual: np.ndarray | None = None
    where: tuple[int, ...] | None = None
    about: str = "values"

    def __str__(self):
        return f"{self.rule} {self.seen}"


class Unusable(WrongResult):
    """A result that no other claim can be tried on: no array, or one of the wrong shape."""


class GraderError(Exception):
    """A fault of the kit's own. It never costs a student points."""

    status = "grader_error"
