"""What came of a check: the record that every report is made from."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

from autograder import grids

LARGEST_SHOWN = 150


@dataclass(frozen=True)
class Counterexample:
    """The input on which a check failed.

    Attributes
    ----------
    call : str
        The call to paste into a notebook or an interpreter, or "" where it would be too long.
    arguments : dict of str to list
        The arguments as nested lists, or as ``"shape, dtype"`` where they are large.
    expected, yours : list or None
        Right and wrong result in the same form.
    where : list of int or None
        Index of the first wrong pixel.
    text : str
        All of it as a plain-text picture.
    """

    call: str
    arguments: dict
    expected: list | str | None
    yours: list | str | None
    where: list[int] | None
    text: str

    @classmethod
    def of(cls, failure, parameters):
        """Return the counterexample of a `Failure`; None where the student's code never ran."""
        if not failure.calls:
            return None
        call = failure.calls[-1]
        arguments = dict(zip(parameters[call.function], call.arguments, strict=False))
        expected = getattr(failure.error, "expected", None)
        actual = getattr(failure.error, "actual", None)
        actual = call.result if actual is None else actual
        where = getattr(failure.error, "where", None)
        return cls(
            call=grids.call_to_paste(call.function, call.arguments, LARGEST_SHOWN),
            arguments={name: plain(array) for name, array in arguments.items()},
            expected=plain(expected),
            yours=plain(actual),
            where=None if where is None else list(where),
            text=grids.side_by_side(arguments, expected, actual, where),
        )

    def __str__(self):
        return self.text + (f"\n\nTo try it: {self.call}" if self.call else "")


@dataclass(frozen=True)
class Outcome:
    """The result of one check; see ``DESIGN`` for the meaning of each status."""

    name: str
    claim: str
    points: int
    possible: int
    status: str
    message: str = ""
    counterexample: Counterexample | None = None
    misconception: str | None = None

    @classmethod
    def of(cls, check, status, message="", counterexample=None):
        """Return the outcome of a check; a fault of the grader's never costs points."""
        points = check.points if status in ("passed", "grader_error") else 0
        return cls(check.name, check.claim, points, check.points, status, message, counterexample)

    def record(self):
        """Return the outcome as it stands in the result file."""
        return asdict(self)


def plain(array):
    """Return an array as nested lists, or as a description where it is large, or None."""
    if array is None:
        return None
    if array.size > LARGEST_SHOWN:
        return f"shape {array.shape}, dtype {array.dtype}"
    return [finite(each) for each in array.tolist()] if array.ndim else finite(array.item())


def finite(value):
    """Return nested lists with None where a number is not finite, which JSON cannot hold."""
    if isinstance(value, list):
        return [finite(each) for each in value]
    return value if math.isfinite(value) else None
