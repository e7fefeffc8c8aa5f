"""How fair an exercise is: how surely a mistake costs points, and a right solution none.

Both depend on the examples that a seed draws, so they are counted over many seeds. Nothing is
isolated, for what is tried is the kit's own: misconceptions, and the right solutions of its tests.
"""

from __future__ import annotations

import runpy
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, reduce
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from autograder.authoring.forbidden import ALL
from autograder.authoring.origins import bring, brought
from autograder.exercises import load_exercise
from autograder.judging.answer_cache import AnswerCache
from autograder.judging.judge import judge_check
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.judging.verify import allowed_for
from autograder.sandbox.student_function import in_process
from autograder.sandbox.worker.tripwires import set_wires
from autograder.sandbox.worker.wires import NO_WIRES

# With how many seeds a misconception meets the checks by which it need not be caught.
SEEDS_FOR_OTHERS = 10
# How many seeds a process tries at a time.
BLOCK = 4


@dataclass
class Tried:
    """The results of functions that were tried on the checks of an exercise.

    Attributes
    ----------
    tried, failed : Counter
        With how many seeds each check, by name, was tried, and with how many it failed.
    failed_seeds : set of int
        The seeds with which any check failed.
    """

    tried: Counter = field(default_factory=Counter)
    failed: Counter = field(default_factory=Counter)
    failed_seeds: set = field(default_factory=set)

    def __add__(self, other):
        """Return both together: the same functions with other seeds."""
        return Tried(
            self.tried + other.tried,
            self.failed + other.failed,
            self.failed_seeds | other.failed_seeds,
        )

    def note(self, check, seed, failed):
        """Count a check, by name, that was tried with a seed."""
        self.tried[check] += 1
        if failed:
            self.failed[check] += 1
            self.failed_seeds.add(seed)

    def share(self, check):
        """Return with what share of the seeds a check failed; 0 if it is of another part."""
        return self.failed[check.name] / max(self.tried[check.name], 1)

    def lost(self, checks):
        """Return how many points are lost, on average over the seeds."""
        return sum(check.points * self.share(check) for check in checks)


@dataclass(frozen=True)
class _Fairness:
    """What was counted for one exercise; `mistakes` and `styles` are `Tried`, by name."""

    exercise: object
    mistakes: dict
    styles: dict

    @property
    def missed(self):
        """The misconceptions that were not caught, by the check that they name, with every seed."""
        named = {each.name: each.caught_by for each in self.exercise.misconceptions}
        return [name for name, each in self.mistakes.items() if each.share(named[name]) < 1]

    @property
    def wronged(self):
        """The right solutions that did not get full marks with every seed."""
        return [name for name, each in self.styles.items() if each.failed_seeds]


def fairness_of(exercises, root, seeds, jobs=None):
    """Yield the `_Fairness` of exercises, tried with many seeds in processes of their own.

    Parameters
    ----------
    exercises : list of Exercise
        What is tried.
    root : path
        The repository, which holds the right solutions.
    seeds : int
        With how many seeds, the same in every run.
    jobs : int, optional
        How many processes to use; as many as there are processors if not given.
    """
    blocks = [range(i, min(i + BLOCK, seeds)) for i in range(0, seeds, BLOCK)]
    with ProcessPoolExecutor(jobs, get_context("spawn"), bring, brought()) as pool:
        # All are handed out before the first is waited for.
        tried = [pool.map(_tried_on, repeat((e.name, root)), blocks) for e in exercises]
        for exercise, parts in zip(exercises, tried, strict=True):
            yield _Fairness(exercise, *reduce(both, parts))


def _tried_on(where, seeds):
    """Return what `fairness` finds with some seeds, in the form in which processes exchange it."""
    name, root = where
    found = fairness(load_exercise(name), root, seeds)
    return found.mistakes, found.styles


def both(found, others):
    """Return two findings of `_tried_on` together."""
    return tuple({n: a[n] + b[n] for n in a} for a, b in zip(found, others, strict=True))


def fairness(exercise, root, seeds):
    """Return the `_Fairness` of an exercise, tried with each of the seeds, which are numbers."""
    styles, mistakes = {}, {}
    for part in exercise.parts:
        found = _fairness_of_part(part, root, seeds)
        mistakes |= found.mistakes
        styles |= {name: styles.get(name, Tried()) + each for name, each in found.styles.items()}
    return _Fairness(exercise, mistakes, styles)


def _fairness_of_part(exercise, root, seeds):
    wires = _wires_of_this_process()
    wires.forbid(exercise.forbidden)
    right = _right_solutions(exercise, Path(root))
    styles, mistakes = {name: Tried() for name in right}, {}
    answers = AnswerCache()
    for seed in seeds:
        session = Session(f"fairness-{seed}", answers)
        solutions = {name: _judged_here(functions, wires) for name, functions in right.items()}
        mistaken = {
            each: _judged_here(
                right["reference"] | {each.of: each.function},
                wires if allowed_for(each, exercise) else NO_WIRES,
            )
            for each in exercise.misconceptions
        }
        for check in exercise.checks:
            for name, functions in solutions.items():
                styles[name].note(check.name, seed, _fails(check, functions, session, exercise))
            for each, functions in mistaken.items():
                if seed < SEEDS_FOR_OTHERS or each.caught_by is check:
                    failed = _fails(check, functions, session, exercise)
                    mistakes.setdefault(each.name, Tried()).note(check.name, seed, failed)
    return _Fairness(exercise, mistakes, styles)


def _judged_here(functions, wires):
    """Return functions of this process, by name, as checks see them."""
    return judged({name: in_process(name, each, wires) for name, each in functions.items()})


def _fails(check, functions, session, exercise):
    """Return whether functions fail a check."""
    return judge_check(check, functions, session, exercise, search=False).status != "passed"


def _right_solutions(exercise, root):
    """Return the functions of the reference and of the tests' right solutions, by name.

    What is optional need not be in all of them.
    """
    paths = {"reference": root / "reference" / exercise.name / "solution.py"}
    paths |= {path.stem: path for path in sorted((root / "tests/right" / exercise.name).glob("*"))}
    found = {}
    for name, path in paths.items():
        if path.suffix == ".py":
            namespace = runpy.run_path(str(path))
            if set(exercise.functions) <= set(namespace):
                found[name] = {function: namespace[function] for function in exercise.functions}
    return found


@cache
def _wires_of_this_process():
    """Return the wires, set once: a function that is wrapped twice is noticed twice."""
    return set_wires(ALL)
