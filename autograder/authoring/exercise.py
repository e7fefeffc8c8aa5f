"""What an exercise is: functions to write, and checks that judge them.

A check is a Hypothesis test whose free parameters are the student's functions::

    @check(points=3)
    @given(kernel=kernels())
    def a_bright_pixel_gives_the_kernel(convolve2d, kernel):
        \"\"\"Filtering a single bright pixel gives the kernel, turned by half a turn.\"\"\"
        assert_same_image(convolve2d(impulse(kernel.shape), kernel), kernel[::-1, ::-1])

Its name is a claim, its docstring the sentence that a student reads.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.authoring.misconception import Misconception

if TYPE_CHECKING:
    from autograder.authoring.draws import Draws

EXERCISES = Path(__file__).parents[1] / "exercises"


@dataclass(frozen=True)
class Check:
    """One claim about one or more functions, worth some points.

    Attributes
    ----------
    name, claim : str
        The property's name, and its docstring as one line.
    points : int
        What it is worth.
    functions : tuple of str
        The functions under test, in the order of the property's parameters.
    body : callable
        ``body(*subjects, **drawn)`` raises where the claim does not hold.
    draws : Draws
        The examples that it is tried on.
    """

    name: str
    claim: str
    points: int
    functions: tuple[str, ...]
    body: Callable
    draws: Draws

    def try_on(self, subjects, drawn):
        """Run the claim once, on the given subjects (by name) and the drawn arguments."""
        under_test = [subjects[name] for name in self.functions]
        calls = []
        for subject in under_test:
            subject.calls = calls
        self.body(*under_test, **drawn)


def check(points, examples=16, examples_of=None):
    """Make a `Check` of a property; the function's own name and docstring are its claim.

    Parameters
    ----------
    points : int
        What the check is worth.
    examples : int
        How many examples are drawn; a check without ``@given`` has one.
    examples_of : Check, optional
        An earlier check, whose examples are tried on this one, too: what was called there is known
        here. The property has no ``@given`` then.
    """
    from autograder.authoring.draws import Draws  # not needed where exercises are only named

    def decorate(test):
        body = getattr(test, "hypothesis", test)
        body = getattr(body, "inner_test", body)
        drawn = examples_of.draws.names if examples_of else ()
        return Check(
            name=body.__name__,
            claim=inspect.cleandoc(body.__doc__).replace("\n", " "),
            points=points,
            functions=tuple(
                each for each in inspect.signature(test).parameters if each not in drawn
            ),
            body=body,
            draws=examples_of.draws if examples_of else Draws(test, examples),
        )

    return decorate


@dataclass(frozen=True)
class Exercise:
    """Everything the kit knows about one exercise; see `exercise` and `exercises`.

    Attributes
    ----------
    name : str
        The name of its folder.
    parameters : dict of str to tuple of str
        The functions that students write, with the names of their parameters.
    checks : tuple of Check
        In the order in which they are reported.
    forbidden : tuple of str
        Library functions that may not do the work, as dotted names.
    oracles : dict of str to callable
        For functions with one right answer, the library function that gives it.
    questions : dict of str to int
        The written questions by their titles, in the order of the handout, and their points.
    """

    name: str
    parameters: dict[str, tuple[str, ...]]
    checks: tuple[Check, ...]
    forbidden: tuple[str, ...] = ()
    oracles: dict[str, Callable] = field(default_factory=dict)
    questions: dict[str, int] = field(default_factory=dict)

    @property
    def points(self):
        """Sum of the points of all checks."""
        return sum(each.points for each in self.checks)

    @property
    def functions(self):
        """Names of the functions that students write, in the order of the handout."""
        return tuple(self.parameters)

    def check(self, name):
        """Return the check of this name; KeyError where there is none."""
        return {each.name: each for each in self.checks}[name]

    @cached_property
    def misconceptions(self):
        """The known mistakes, in the order in which their file lists them."""
        module = importlib.import_module(f"autograder.exercises.{self.name}.misconceptions")
        return tuple(each for each in vars(module).values() if isinstance(each, Misconception))


@cache
def exercise(name):
    """Return the exercise of this name.

    Raises
    ------
    ValueError
        Where there is none of this name; the message lists those there are.
    """
    if name not in names():
        raise ValueError(f"There is no exercise named {name!r}; there are {', '.join(names())}.")
    module = importlib.import_module(f"autograder.exercises.{name}.checks")
    checks = tuple(each for each in vars(module).values() if isinstance(each, Check))
    forbidden, oracles = getattr(module, "FORBIDDEN", ()), getattr(module, "ORACLES", {})
    questions = getattr(module, "QUESTIONS", {})
    return Exercise(name, module.FUNCTIONS, checks, forbidden, oracles, questions)


def names():
    """Return the names of all exercises: the folders beside this file that hold checks."""
    return tuple(sorted(path.parent.name for path in EXERCISES.glob("*/checks.py")))


def exercises():
    """Return all exercises, sorted by name."""
    return tuple(exercise(name) for name in names())
