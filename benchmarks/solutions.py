"""Every wrong and every right solution that the repository has, as functions of this process."""

from __future__ import annotations

import types
import warnings
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from functools import cached_property, partial
from importlib import import_module
from io import StringIO
from pathlib import Path

import numpy as np

from autograder.exercises import load_exercise
from autograder.judging.judge import judge_check
from autograder.judging.judged_function import judged
from autograder.judging.verify import allowed_for, solution
from autograder.sandbox.limits import Limits
from autograder.sandbox.student_function import in_process
from benchmarks.composed import pairs
from benchmarks.kinds import rare_pairs, recipes, skull_removal, steps, tophat, weighted_sums
from benchmarks.mutants import mutants

ROOT = Path(__file__).parent.parent
LIMITS = Limits(call=10, strikes=1)
MODULES = {"tophat": (tophat, steps), "skull_removal": (skull_removal, recipes)}


@dataclass(frozen=True)
class Solution:
    """Functions that are tried together.

    Attributes
    ----------
    exercise, name : str
        What they answer, and what to call them.
    kind : str
        Where they are from: "right", "mistake", "attempt", "pair", "mutant", or "kind".
    make : callable
        Returns the functions by name, new ones, which remember nothing.
    is_right : bool
        Whether they answer rightly on the whole domain.
    mistaken : str or None
        The one function that is wrong, if all others are the reference's.
    """

    exercise: str
    name: str
    kind: str
    make: object
    is_right: bool = False
    mistaken: str | None = None

    @cached_property
    def checks(self):
        """The checks of the exercise."""
        return load_exercise(self.exercise).checks

    @property
    def is_about_optional(self):
        """Whether it says something about the exercise's optional functions."""
        optional = load_exercise(self.exercise).optional
        if self.mistaken:
            return self.mistaken in optional
        made = self.make()
        return any(made.get(name) is not None for name in optional)

    def failed(self, session):
        """Return the names of the checks that fail with the examples of a session."""
        return frozenset(c.name for c, fails in self.tried_on(self.checks, session) if fails)

    def tried_on(self, checks, session):
        """Yield some checks, in this order, each with whether it fails with a session's examples.

        What need not be written, and is not, fails nothing.
        """
        exercise = load_exercise(self.exercise)
        functions = judged(
            {name: in_process(name, each, limits=LIMITS) for name, each in self.make().items()}
        )
        for check in checks:
            with silence():
                status = judge_check(check, functions, session, exercise, False).status
            left_out = check.is_optional and status == "not_written"
            yield check, status != "passed" and not left_out

    def lost(self, failed):
        """Return the share of the points that go with some checks, from 0 to 1."""
        lost = sum(check.points for check in self.checks if check.name in failed)
        return lost / sum(check.points for check in self.checks)


@contextmanager
def silence():
    """Drop what functions print, and their warnings, as long as the context lasts."""
    with redirect_stdout(StringIO()), warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


def solutions(name, kinds=("right", "mistake", "attempt", "pair", "kind")):
    """Yield the solutions of one exercise that are of some kinds."""
    found = {
        "right": _right,
        "mistake": _mistakes,
        "attempt": _attempts,
        "pair": _pairs,
        "mutant": _mutants,
        "kind": _kinds,
    }
    for kind in kinds:
        yield from found[kind](name)


def _defined_in(source, name, module="submission"):
    """Return the functions that a source defines, in a module of its own."""
    namespace = types.ModuleType(module).__dict__
    exec(compile(source, f"<{module}>", "exec"), namespace)
    return {each: namespace.get(each) for each in load_exercise(name).functions}


def _right(name):
    paths = [ROOT / "reference" / name / "solution.py"]
    for path in [*paths, *sorted((ROOT / "tests/right" / name).glob("*.py"))]:
        make = partial(_defined_in, path.read_text("utf-8"), name)
        yield Solution(name, path.stem, "right", make, is_right=True)


def _kinds(name):
    of = MODULES.get(name, (weighted_sums, rare_pairs))
    (first, *_) = load_exercise(name).functions
    for each in of:
        for is_right, sources in ((False, each.wrong(first)), (True, each.right(first))):
            for title, source in sources.items():
                make = partial(_defined_in, source, name)
                yield Solution(name, title, "kind", make, is_right)


def _mistakes(name):
    exercise, right = load_exercise(name), solution(name, ROOT)
    for mistake in exercise.misconceptions:
        if not allowed_for(mistake, exercise):  # what they come to is right
            make = _with(name, right, mistake)
            yield Solution(name, mistake.name, "mistake", make, mistaken=mistake.of)


def _with(name, right, mistake, function=None):
    """Return what makes the right functions, one of them mistaken."""
    mistaken = mistake.function if function is None else function
    return lambda: _defined_in(right, name) | {mistake.of: mistaken}


def _pairs(name):
    right = solution(name, ROOT)
    for one, other, made in pairs(name):
        yield Solution(name, f"{one.name} + {other.name}", "pair", _with(name, right, one, made))


def _attempts(name):
    for title, parts in import_module(f"benchmarks.attempts.{name}").ATTEMPTS.items():
        yield Solution(name, title, "attempt", partial(_defined_in, parts[-1], name))


def _mutants(name):
    for each in mutants(solution(name, ROOT)):
        yield Solution(name, each.change, "mutant", partial(_defined_in, each.source, name))
