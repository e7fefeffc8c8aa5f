"""How fair an exercise is: how surely a mistake costs points, and a right solution none.

Both depend on the examples that a seed draws, so they are counted over many seeds. All runs in this
process, for what is tried is the kit's own: misconceptions, and the right solutions of its tests.
"""

from __future__ import annotations

import runpy
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from autograder.forbidden import ALL
from autograder.judge import judge_check
from autograder.sandbox.tripwires import NO_WIRES, set_wires
from autograder.subject import in_process
from autograder.verify import allowed_for

# With how many seeds a misconception meets the checks by which it need not be caught.
SEEDS_FOR_OTHERS = 10


@dataclass
class Tried:
    """Functions that were tried on the checks of an exercise.

    Attributes
    ----------
    functions : dict of str to callable
        One for each function of the exercise.
    wires : Wires
        What notices the library functions that it may not call.
    tried, failed : Counter
        With how many seeds each check, by name, was tried, and with how many it failed.
    failed_seeds : set of int
        The seeds with which any check failed.
    """

    functions: dict
    wires: object
    tried: Counter = field(default_factory=Counter)
    failed: Counter = field(default_factory=Counter)
    failed_seeds: set = field(default_factory=set)

    def try_check(self, check, seed, exercise):
        """Count whether the check fails with this seed."""
        subjects = {n: in_process(n, f, self.wires) for n, f in self.functions.items()}
        outcome = judge_check(check, subjects, f"fairness-{seed}", exercise, search=False)
        self.tried[check.name] += 1
        if outcome.status != "passed":
            self.failed[check.name] += 1
            self.failed_seeds.add(seed)

    def share(self, check):
        """Return with what share of the seeds a check failed."""
        return self.failed[check.name] / self.tried[check.name]

    def lost(self, checks):
        """Return how many points are lost, on average over the seeds."""
        return sum(check.points * self.share(check) for check in checks)


@dataclass(frozen=True)
class Fairness:
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


def fairness(exercise, root, seeds):
    """Try the misconceptions and the right solutions of an exercise with many seeds.

    Parameters
    ----------
    exercise : Exercise
        What is tried.
    root : path
        The repository, which holds the right solutions.
    seeds : int
        With how many seeds, the same in every run.

    Returns
    -------
    Fairness
    """
    wires = wires_of_this_process()
    wires.forbid(exercise.forbidden)
    right = right_solutions(exercise, Path(root))
    styles = {name: Tried(functions, wires) for name, functions in right.items()}
    mistakes = {}
    for each in exercise.misconceptions:
        functions = right["reference"] | {each.of: each.function}
        mistakes[each.name] = Tried(functions, wires if allowed_for(each, exercise) else NO_WIRES)
    for seed in range(seeds):
        for check in exercise.checks:
            try_all(check, seed, exercise, styles, mistakes)
    return Fairness(exercise, mistakes, styles)


def try_all(check, seed, exercise, styles, mistakes):
    """Try one check with one seed on everything that it is to be tried on."""
    for each in styles.values():
        each.try_check(check, seed, exercise)
    for mistake in exercise.misconceptions:
        if seed < SEEDS_FOR_OTHERS or mistake.caught_by is check:
            mistakes[mistake.name].try_check(check, seed, exercise)
    check.draws.examples.cache_clear()  # heads of many seeds would fill the memory


def right_solutions(exercise, root):
    """Return the functions of the reference and of the tests' right solutions, by name."""
    paths = {"reference": root / "reference" / exercise.name / "solution.py"}
    paths |= {path.stem: path for path in sorted((root / "tests/right" / exercise.name).glob("*"))}
    found = {}
    for name, path in paths.items():
        if path.suffix == ".py":
            namespace = runpy.run_path(str(path))
            found[name] = {function: namespace[function] for function in exercise.functions}
    return found


@cache
def wires_of_this_process():
    """Return the wires, set once: a function that is wrapped twice is noticed twice."""
    return set_wires(ALL)
