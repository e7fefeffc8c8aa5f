"""Whether seeds decide anything: verdicts and lost points of all solutions, over many seeds.

    python -m benchmarks.spread --exercise tophat --first 10 --sure 10 --seeds 200

With ``--optional``, only the optional functions and their checks are tried.
With the first seeds, each solution is tried on all checks, which shows how far its points spread.
With the others, only the verdict counts: the checks that caught it before come first, the cheapest
of them foremost, and the first failure ends it. What several checks catch with each of the first
seeds is tried with fewer seeds, for none is so kind as to pass all of them. After `--minutes` of
processor time, no further seed of an exercise is begun. Exit status 1 says that
a verdict depends on the seed, that a right solution loses a point, or that the points of one spread
too far.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from fractions import Fraction
from math import inf

from autograder.exercises import exercise_names, load_exercise
from autograder.judging.answer_cache import AnswerCache
from autograder.judging.session import Session
from benchmarks.solutions import solutions

# Of an exercise's points, how much of them one solution may lose more with one seed than another.
MOST_SPREAD = Fraction(1, 10)
# What so many checks catch is caught surely.
SEVERAL = 4
# After so many seeds there is a line on how it stands.
SOME = 10
KINDS = ("right", "mistake", "attempt", "pair", "kind")


class _Tried:
    """One solution, and what became of it.

    Attributes
    ----------
    solution : Solution
        What is tried.
    checks : tuple of Check
        What it is tried on.
    failed : list of frozenset of str
        For each of the first seeds the names of the checks that failed.
    caught : list of bool
        For every seed whether any check failed.
    """

    def __init__(self, solution, is_optional=False):
        self.solution, self.failed, self.caught = solution, [], []
        self.checks = [c for c in solution.checks if c.is_optional or not is_optional]
        self._times, self._catches = defaultdict(float), Counter()

    @property
    def is_sure(self):
        """Whether several checks caught it with each seed so far."""
        return all(len(checks) >= SEVERAL for checks in self.failed)

    def try_all(self, session):
        """Try all checks with a session's examples."""
        failed = [check.name for check in self._tried_on(self.checks, session)]
        self.failed.append(frozenset(failed))
        self.caught.append(bool(failed))

    def try_until_caught(self, session):
        """Try checks until one fails; if none does, try them in their own order.

        What a solution keeps from one call to the next depends on the order.
        """
        likely = sorted(self.checks, key=self._price)
        is_caught = any(True for _ in self._tried_on(likely, session))
        if not is_caught and not self.solution.is_right:
            is_caught = any(True for _ in self._tried_on(self.checks, session))
        self.caught.append(is_caught)

    def _tried_on(self, checks, session):
        """Yield those of some checks that fail."""
        start = time.process_time()
        for check, fails in self.solution.tried_on(checks, session):
            self._times[check.name] += time.process_time() - start
            self._catches[check.name] += fails
            if fails:
                yield check
            start = time.process_time()

    def _price(self, check):
        """Return how long a check takes for each time that it fails."""
        return self._times[check.name] / max(self._catches[check.name], 1e-3)


def tried(name, kinds, first, sure, seeds, only=(), is_optional=False, minutes=inf):
    """Return each solution as a `_Tried`.

    Parameters
    ----------
    name : str
        The exercise.
    kinds : iterable of str
        Which solutions.
    first, sure, seeds : int
        With how many seeds all checks are tried, and with how many there are verdicts: of what
        several checks catch, and of all else.
    only : iterable of str
        The names of solutions to try, and no others.
    is_optional : bool
        Whether only optional functions and their checks are tried.
    minutes : float
        After how much processor time no further seed is begun.
    """
    chosen = (each for each in solutions(name, kinds) if not only or each.name in only)
    if is_optional:
        chosen = (each for each in chosen if each.is_about_optional)
    every = [_Tried(each, is_optional) for each in chosen]
    answers, end = AnswerCache(), time.process_time() + 60 * minutes
    for seed in range(seeds):
        if time.process_time() > end:
            break
        session = Session(f"spread-{seed}", answers)
        for each in every:
            if seed < first:
                each.try_all(session)
            elif seed < sure or not each.is_sure:
                each.try_until_caught(session)
        if seed % SOME == SOME - 1:
            some = [each.solution.name for each in every if len(set(each.caught)) > 1]
            line = f"{name}, {seed + 1} seeds: {len(some)} differ {some}"
            print(line, file=sys.stderr, flush=True)
    return every


def rows(every):
    """Yield for each solution its verdicts, the points lost at least and at most, and a word."""
    for each in every:
        solution, caught, tries = each.solution, sum(each.caught), len(each.caught)
        lost = [solution.lost(checks) for checks in each.failed]
        if solution.is_right:
            word = "LOSES POINTS" if caught else ""
        elif 0 < caught < tries:
            word = "HANGS ON THE SEED"
        elif not caught:
            word = "FULL MARKS"
        else:
            word = "SPREADS" if max(lost) - min(lost) > MOST_SPREAD else ""
        yield solution, caught, tries, min(lost), max(lost), word


def main():
    """Try the exercises that the command line names, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--exercise", action="append", choices=exercise_names())
    parser.add_argument("--kind", action="append", choices=(*KINDS, "mutant"))
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--optional", action="store_true")
    parser.add_argument("--first", type=int, default=10)
    parser.add_argument("--sure", type=int, default=10)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=inf)
    options = parser.parse_args()
    faults, some = 0, (options.first, options.sure, options.seeds)
    for name in options.exercise or exercise_names():
        kinds = options.kind or KINDS
        found = tried(name, kinds, *some, options.only, options.optional, options.minutes)
        print(f"{name}, {load_exercise(name).points} points")
        for each, caught, seeds, least, most, word in rows(found):
            faults += bool(word)
            print(
                f"  {each.kind:8} {each.name[:60]:60} {caught:4} of {seeds:4}"
                f" {least:5.0%} {most:5.0%} {word}"
            )
        sys.stdout.flush()
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
