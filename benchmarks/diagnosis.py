"""How often a mistake is called by its name, and how small the counterexamples are.

    python -m benchmarks.diagnosis --seeds 20 --exercise tophat
    python -m benchmarks.diagnosis --seeds 1 --sizes

Every misconception is handed in, right otherwise, and is graded in the sandbox with each seed. With
--sizes, failures are also made small, which takes much longer. Exit status 1 says that a mistake
was called by another's name.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from autograder.exercises import exercise_names, load_exercise
from autograder.grading.grader import sandbox_of_this_process, session_of_this_process
from autograder.imaging.arrays import from_record
from autograder.judging.grade import grade
from autograder.judging.verify import allowed_for, mistaken, solution
from autograder.sandbox.limits import Limits

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Named:
    """What a mistake was called with one seed.

    Attributes
    ----------
    mistake : str
        Its own name.
    names : frozenset of str
        The names that the failures gave it.
    sizes : list of (str, tuple of int)
        For each failure with a counterexample, the check and the pixels of each argument.
    """

    mistake: str
    names: frozenset
    sizes: list

    @property
    def verdict(self):
        """Whether this is the right name, no name, or a wrong one."""
        if not self.names:
            return "none"
        return "right" if self.names == {self.mistake} else "wrong"


def named(name, number, seed, search):
    """Return the `Named` of one misconception of an exercise, given by its place."""
    exercise = load_exercise(name)
    mistake = exercise.misconceptions[number]
    source = mistaken(mistake, name, solution(name, ROOT)).encode()
    forbidden = allowed_for(mistake, exercise)
    sandbox = sandbox_of_this_process(Limits(submission=600))
    session = session_of_this_process(f"diagnosis-{seed}")
    checks = grade(sandbox, exercise, source, ".py", session, "", forbidden, search)["checks"]
    examples = [(each["name"], each["counterexample"]) for each in checks if each["counterexample"]]
    sizes = [(check, pixels(example["arguments"])) for check, example in examples]
    return Named(mistake.name, frozenset(each["misconception"] for each in checks) - {None}, sizes)


def pixels(arguments):
    """Return the number of pixels of each argument of a counterexample."""
    return tuple(from_record(argument).size for argument in arguments.values())


def report(name, found):
    """Return the table of one exercise as text."""
    verdicts = Counter(each.verdict for each in found)
    counts = ", ".join(f"{verdicts[word]} {word}" for word in ("right", "none", "wrong"))
    lines = [f"{name}: {counts} ({verdicts['right'] / len(found):.1%} right)"]
    for each, count in Counter(n.mistake for n in found if n.verdict == "none").most_common():
        lines.append(f"  no name, {count} times: {each}")
    for each in found:
        if each.verdict == "wrong":
            lines.append(f"  WRONG: {each.mistake} was called {', '.join(sorted(each.names))}")
    sizes = [(size, check, n.mistake) for n in found for check, size in n.sizes]
    if sizes:
        medians = [median(column) for column in zip(*(size for size, *_ in sizes), strict=True)]
        lines.append(f"  {len(sizes)} counterexamples, median pixels of each argument: {medians}")
        lines += [f"  largest: {size} {mistake}, {check}" for size, check, mistake in top(sizes)]
    return "\n".join(lines)


def top(sizes):
    """Return the three largest counterexamples."""
    return sorted(sizes, reverse=True)[:3]


def main():
    """Try the exercises that the command line names, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--exercise", action="append", choices=exercise_names())
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--sizes", action="store_true")
    parser.add_argument("--jobs", type=int)
    options = parser.parse_args()
    wrong = 0
    with ProcessPoolExecutor(options.jobs, get_context("spawn")) as pool:
        for name in options.exercise or exercise_names():
            numbers = range(len(load_exercise(name).misconceptions))
            tried = list(product(range(options.seeds), numbers))  # a seed's examples are drawn once
            futures = [pool.submit(named, name, n, seed, options.sizes) for seed, n in tried]
            found = [future.result() for future in futures]
            print(report(name, found), flush=True)
            wrong += sum(each.verdict == "wrong" for each in found)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
