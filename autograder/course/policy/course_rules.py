"""What a course file says, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from decimal import Decimal

from autograder.course.policy.lateness import Curve, LateDays, PerDay


@dataclass(frozen=True)
class ExerciseRules:
    """What the course says of one exercise.

    Attributes
    ----------
    due : datetime or None
        When it is due, with its time zone.
    points : int or None
        What its checks are worth together; None leaves that to the checks.
    optional : int or None
        What its optional checks are worth together, beside `points`; None leaves them at 0.
    weight : Decimal
        How many times its points count in the total.
    checks : dict of str to int
        What single checks are worth, by name, if not what the kit says; 0 drops one.
    """

    due: datetime | None = None
    points: int | None = None
    weight: Decimal = Decimal(1)
    checks: Mapping[str, int] = field(default_factory=dict)
    optional: int | None = None


@dataclass(frozen=True)
class Course:
    """All that the file says; without a file, this says nothing.

    Attributes
    ----------
    title : str
        What people call the course, or "".
    seed : str or None
        The seed of its images.
    zone : tzinfo or None
        The time zone of its dates.
    exercises : dict of str to ExerciseRules
        The exercises of the course.
    policy : PerDay, Curve, LateDays or None
        What lateness costs.
    grace : timedelta
        What comes so long after the due time is in time.
    unknown_is_in_time : bool
        Whether a submission counts as in time if nothing says when it came.
    extensions, handed_in : dict of str to dict of str to datetime
        By student, as the file names them, and exercise: until when it may come, and when it came
        by the instructor's word.
    hints : bool
        Whether students get hints.
    install : str
        The line that installs the kit, or "".
    colab : str
        The address at which Colab opens a notebook, with ``{exercise}`` for its name, or "".
    regrades : str
        How a student asks for a regrade, or "".
    digest : str
        Of the file without its seed, as hexadecimal digits; "" without a file.
    """

    title: str = ""
    seed: str | None = None
    zone: tzinfo | None = None
    exercises: Mapping[str, ExerciseRules] = field(default_factory=dict)
    policy: PerDay | Curve | LateDays | None = None
    grace: timedelta = timedelta(0)
    unknown_is_in_time: bool = False
    extensions: Mapping[str, Mapping[str, datetime]] = field(default_factory=dict)
    handed_in: Mapping[str, Mapping[str, datetime]] = field(default_factory=dict)
    hints: bool = True
    install: str = ""
    colab: str = ""
    regrades: str = ""
    digest: str = ""

    def chosen(self, declarations):
        """Return the declarations of the exercises of the course; all without a file."""
        names = self.exercises or declarations
        return {name: each for name, each in declarations.items() if name in names}

    def rules(self, exercise):
        """Return the `ExerciseRules` of an exercise; those that change nothing if it has none."""
        return self.exercises.get(exercise, ExerciseRules())

    def has_late_policy_for(self, exercise):
        """Return whether lateness decides what counts of an exercise."""
        return self.policy is not None and self.rules(exercise).due is not None
