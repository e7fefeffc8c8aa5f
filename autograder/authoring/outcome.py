"""The result of a submission: the one description of the record that every report is made from.

A `Result` holds an `Outcome` for each check, and that the `Counterexample` on which it failed. The
fields of these are those of the result file, in this order; there, a check has its message, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from autograder.authoring.bounded import bounded
from autograder.imaging import grids
from autograder.imaging.arrays import LARGEST_SHOWN
from autograder.imaging.evidence import as_records


@dataclass(frozen=True)
class Counterexample:
    """The input on which a check failed.

    Attributes
    ----------
    function : str
        The function that was called.
    call : str
        The call to paste into a notebook or an interpreter, or "" if it would be too long.
    arguments : dict of str to list or dict
        The arguments, each as `arrays.as_record` writes it.
    expected : list, dict, number or None
        The right result in the same form.
    yours : list, dict, number or None
        The student's result in the same form.
    where : list of int or None
        Index of the first wrong pixel.
    text : str
        All of it as a plain-text picture.
    token : str
        ``autograder replay`` runs this case again with it.
    """

    function: str
    call: str
    arguments: dict
    expected: list | dict | float | bool | None
    yours: list | dict | float | bool | None
    where: list[int] | None
    text: str
    token: str

    @classmethod
    def of(cls, failure, parameters, token):
        """Return the counterexample of a `Failure`; None if the student's code never ran.

        Parameters
        ----------
        failure : Failure
            What was found.
        parameters : dict of str to tuple of str
            The names of each function's parameters.
        token : str
            What leads to it again.
        """
        if not failure.calls:
            return None
        call = failure.calls[-1]
        arguments = dict(zip(parameters[call.function], call.arguments, strict=False))
        expected = getattr(failure.error, "expected", None)
        actual = getattr(failure.error, "actual", None)
        actual = call.result if actual is None else actual
        where = getattr(failure.error, "where", None)
        given, right, came = as_records(arguments, expected, actual, where)
        return cls(
            function=call.function,
            call=grids.call_to_paste(call.function, call.arguments, LARGEST_SHOWN),
            arguments=given,
            expected=right,
            yours=came,
            where=None if where is None else list(where),
            text=grids.side_by_side(arguments, expected, actual, where),
            token=token,
        )

    def __str__(self):
        pasted = f"To try it: {self.call}\n" if self.call else ""
        return f"{self.text}\n\n{pasted}To run it again: autograder replay {self.token} FILE"


@dataclass(frozen=True)
class Outcome:
    """The result of one check.

    Attributes
    ----------
    name : str
        The check's name.
    claim : str
        What the check claims, as a sentence.
    points : float or None
        What it earned; None if a fault of the kit leaves that unknown.
    possible : float
        What it could have.
    status : str
        ``passed``, ``failed``, ``not_written``, ``crashed``, ``timed_out``, ``not_run``, or
        ``grader_error`` for a fault of the kit.
    sentence : str
        What was found, without the input on which it was.
    counterexample : Counterexample or None
        The input on which it failed.
    misconception : str or None
        The name of the mistake that was recognised.
    hint : str
        A sentence on what seems to be behind the failure, or "".
    further : tuple of str
        Sentences on what else seems to be wrong, which may be behind other failures.
    optional : bool
        Whether nobody has to pass it.
    failure : Failure or None
        What was found, with the calls themselves; it stands in no record.
    """

    name: str
    claim: str
    points: float | None
    possible: float
    status: str
    sentence: str = ""
    counterexample: Counterexample | None = None
    misconception: str | None = None
    hint: str = ""
    further: tuple[str, ...] = ()
    optional: bool = False
    failure: object = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, check, status, sentence="", counterexample=None, failure=None):
        """Return the outcome of a check; a fault of the kit leaves its points, if any, unknown."""
        points = {"passed": check.points, "grader_error": None if check.points else 0}
        return cls(
            check.name,
            check.claim,
            points.get(status, 0),
            check.points,
            status,
            sentence,
            counterexample,
            optional=check.is_optional,
            failure=failure,
        )

    @property
    def message(self):
        """What the student reads: the sentence, and the input on which the check failed."""
        example = self.counterexample
        return self.sentence if example is None else f"{self.sentence}\n\n{example}"

    def record(self):
        """Return the outcome as it stands in the result file, its message included."""
        example = self.counterexample
        more = {"counterexample": example and vars(example).copy(), "further": list(self.further)}
        record = vars(self) | more
        record.pop("failure")
        names = ("counterexample", "misconception", "hint", "further", "optional")
        last = {name: record.pop(name) for name in names}
        return record | {"message": self.message} | last


def overall_status(checks):
    """Return one status for a submission: a fault of the kit first, then what all have in common.

    Parameters
    ----------
    checks : list of dict
        The checks, as they stand in a record. Optional ones count only if they have points.
    """
    counted = [each for each in checks if each["possible"] or not each.get("optional")]
    statuses = [each["status"] for each in counted]
    if "grader_error" in statuses:
        return "grader_error"
    return statuses[0] if len(set(statuses)) == 1 else "failed"


@dataclass(frozen=True)
class Result:
    """The result of one submission.

    Attributes
    ----------
    student : str
        Name of the student's folder; "" for a student's own check.
    exercise : str
        What was handed in.
    points : float or None
        What it earned; None if a fault of the kit leaves that unknown.
    possible : float
        What it could have.
    status : str
        A fault of the kit, if there is one; what all checks have in common; or ``failed``.
    seconds : float
        How long grading took: the only field that may differ between two runs.
    checks : list of Outcome
        In the order of the report.
    notes : list of str
        What the student should know of the file, whatever the points.
    """

    student: str
    exercise: str
    points: float | None
    possible: float
    status: str
    seconds: float
    checks: list[Outcome]
    notes: list[str] = field(default_factory=list)

    def record(self):
        """Return the result as it stands in the result file, which is never a large one."""
        return vars(self) | {"checks": bounded([each.record() for each in self.checks])}
